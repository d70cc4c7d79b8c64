'use strict';
// Everything here must behave as it does without the agent: the test runs it with and without, and compares.
const { exec, execSync, spawnSync } = require('child_process');
const fs = require('fs');
const http = require('http');
const path = require('path');
const { promisify } = require('util');

const said = [];
const say = (...values) => said.push(values.map((it) => (typeof it === 'function' ? `function ${it.name}/${it.length}` : (typeof it === 'bigint' ? String(it) : JSON.stringify(it)) ?? String(it))).join(' '));
const order = [];
const see = (name, value) => (order.push(name), value);

async function main() {
  say(exec, execSync, fs.readFile, fs.readFileSync, path.join, http.request, fs.promises.readFile, fetch);
  say(fs.readFile.prototype === undefined, Object.keys(exec), typeof exec[promisify.custom], fs.realpath.native.name);
  say((await promisify(exec)('echo promised')).stdout.trim());
  say(execSync('echo out', { encoding: 'utf8' }).trim(), spawnSync('sh', ['-c', 'exit 3']).status);
  say(fs.promises === require('fs/promises'), fs.readFileSync === require('node:fs').readFileSync);

  // Evaluation order, coercion, getters, short circuits.
  const o = { get s() { return see('get s', ' text '); }, n: 1, toString() { return see('toString', 'o'); } };
  say(see('a', 1) + see('b', 2) + see('c', '3'), `${see('d', 4)}${see('e', o)}`, o.s.trim() + see('f', '!'), order.splice(0));
  o.n += see('g', 2); o['n'] += see('h', 3); let x = 1; x += see('i', '2'); x += x += 1;
  say(o.n, x, order.splice(0));
  let nothing;
  say(nothing?.trim(), nothing?.a.trim(see('never', 1)), ' a '?.trim?.(), ((nothing ?? ' b ').trim)(), order.splice(0));
  say([1, 2].concat([3]).join('-'), [3, 1].toString(), (12.5).toString(), 'a-b'.split('-'), /b(.)/.exec('abc')?.index, JSON.parse('{"a":[1]}'), Buffer.from('x').toString('hex'));
  say('x'.replace(/x/, function named() { return named.name; }), 'aXb'.replace('X', (m) => m.toLowerCase()), 'a'.padStart(3, '-'), 'ab'.repeat(2));
  const f = (a, b = `${a}-${x}`) => ({ sum: a + b });
  say(f(1), ((a) => a + 1)(1), (() => { 'use strict'; return this === module.exports; })(), (function () { return typeof this; })());
  class Base { field = 'a' + 1; static s = `${1}`; #p = 'q'; add(y) { this.#p += y; return this.#p + super.toString().length; } }
  say(new Base().field, Base.s, new Base().add('z'), Base.name);
  function* generate() { const got = 'got ' + (yield 1) + `${yield 2}`; return got; }
  const g = generate(); g.next(); g.next('one');
  say(g.next('two').value, await (async () => 'w' + (await 'ait'))(), eval('var inner = 1 + 1; inner'), typeof inner);
  label: for (let i = 0; i < 3; i += 1) { if (i + 1 > 1) break label; }
  say(tag`a${1}b`, tag`\unicode${2}`, 1n + 2n, 'z' + null + undefined + true, [] + {}, -'3' + +'4');

  for (const wrong of [() => nothing.trim(), () => o.missing(), () => fs.readFileSync('/no/such/file'), () => execSync('exit 4', { stdio: 'ignore' }), () => Symbol('s') + 'x', () => `${Symbol('s')}`, () => JSON.parse('{'), () => { const c = 1; c += 1; }, () => undeclared + 1, () => (undeclared += 1)]) {
    try { wrong(); say('no error'); } catch (error) { say(error.name, error.code, error.status, error.message.replace(/\s+in JSON.*|^Expected.*/s, ''), error instanceof Error, lineOf(error)); }
  }

  const server = http.createServer((req, res) => {
    say(Object.keys(req).includes('body'), req.body, Object.hasOwn(req, 'body'));
    req.body = { a: req.url };
    req.body = { b: req.url };
    say(Object.keys(req).includes('body'), req.body, Object.hasOwn(req, 'body'), req.headers['x-a'], req.rawHeaders.includes('x-a'));
    res.setHeader('x-b', 'c');
    res.end('hello ' + req.url);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/path?q=1`, { headers: { 'x-a': 'b' } });
  say(answer.status, await answer.text(), answer.headers.get('x-b'), answer.headers.get('content-length'));
  server.closeAllConnections();
  server.close();
}

function tag(strings, ...values) {
  return [strings.raw, strings, values];
}

/** The line in this file, whatever stands between. */
function lineOf(error) {
  return /safety\.cjs:(\d+):/.exec(error.stack)?.[1];
}

main().then(
  () => { console.log(said.join('\n')); process.exitCode = 7; },
  (error) => { console.log(said.join('\n')); console.log(error.stack); process.exit(9); },
);
