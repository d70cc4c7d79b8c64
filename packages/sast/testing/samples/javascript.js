#!/usr/bin/env node
import first, { second as third, fourth } from './module.js';
import * as everything from 'package';
import './effect.js';
export * from './other.js';
export * as named from './named.js';
export { first as default, third };
export const [a, , b = 1, ...c] = list;
var { d, e: { f = 2 }, [g]: h, ...i } = object, j;
let k = `text ${a} and ${`inner ${b}`}`, plain = `no holes`;
label: for (const l of list) {
  if (l === null) continue label;
  else if (typeof l !== 'string' && !(l instanceof Array)) break label;
  else debug(l);
}
for (var m in object) delete object[m];
for (let n = 0, o = 10; n < o; n++, --o) { continue; }
for (;;) { break; }
for await (const p of stream()) ;
while (a) a -= 1;
do { b++; } while (b < 10);
switch (c) {
  case 1:
  case 2: { first(); break; }
  default: second?.();
}
try { risky(); } catch { recover(); } finally { clean(); }
try { risky(); } catch ({ message }) { throw new Error(message, { cause: 1n }); }
function q(r, { s, t = 3 }, [u, v] = [], ...w) { return arguments.length > 1 ? r : (s, t, u); }
async function* x() { yield; yield* y(); yield await z; return }
const fat = async (one) => ({ ...one, two: 2, 'three-four': 34, [five()]: 5, six, get seven() { return 7; }, set seven(v) {}, async *eight() {} });
const short = one => one ?? two ?? (three || four) && five;
class A extends B.C {
  static #count = 0;
  field = this.method?.(1);
  [computed] = 1;
  'quoted' = 2;
  static { A.#count += 1; }
  constructor() { super(); super.method(); this.#secret = new.target; }
  get value() { return this._value ||= [...this.list]; }
  static async method(...args) { for (const it of args) await it; }
  #secret;
}
const B2 = class Named {};
new Thing;
new (factory())(1, ...list);
tag`a${b}c`;
/regular[expression]/giu.test(text);
element = <div className="x" {...props} onClick={() => go()}>text {value} <Foo.Bar /> <></> &amp;</div>;
void 0, undefined, NaN;
x = y = z ** 2 >>> 1;
a?.b?.[c]?.(d);
import('./lazy.js').then(({ default: it }) => it);
import.meta.url;
if (a) ; else { }
with (object) { member; }
debugger;
module.exports = { q, fat };
{ using resource = open(); }
