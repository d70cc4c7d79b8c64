'use strict';
// Collects garbage until V8 forgets compiled code, then works on: `node --expose-gc --stress-flush-code`.
const { execSync } = require('child_process');
const http = require('http');

const server = http.createServer((req, res) => {
  const [path, name] = req.url.split('?');
  if (path === '/collect') for (let i = 0; i < 40; i++) global.gc();
  else {
    const keys = { [name]: 1 }; // as a key, the value becomes one of V8's own strings
    for (let i = 0; i < 3; i++) global.gc();
    execSync('echo ' + name); // finds: command-injection
    execSync('echo ' + ['constant'].find((it) => it === name)); // the constant, even where it equals the value
    res.setHeader('x-keys', Object.keys(keys).length);
  }
  res.end('done');
});
server.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
