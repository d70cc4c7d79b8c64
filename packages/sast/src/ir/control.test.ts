import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (path: string, text: string): string => printIr(irOf(path, text));

test('a condition is edges', () => {
  expect(code('x.js', 'if (a && !(b || c)) yes(); else if (d) maybe(); else no();')).toMatchInlineSnapshot(`
    "module #0()
      b0: true -> b1 false -> b4
        $0 = global a
        branch $0
      b1: true -> b4 false -> b2
        $1 = global b
        branch $1
      b2: true -> b4 false -> b3
        $2 = global c
        branch $2
      b3: -> b7
        $3 = global yes
        $4 = call $3()
      b4: true -> b5 false -> b6
        $5 = global d
        branch $5
      b5: -> b7
        $6 = global maybe
        $7 = call $6()
      b6: -> b7
        $8 = global no
        $9 = call $8()
      b7: -> b8
      b8:"
  `);
});

test('a value of && and ??', () => {
  expect(code('x.js', 'const x = a && b ?? c;')).toMatchInlineSnapshot(`
    "module #0()
      b0: true -> b1 false -> b2
        $3 = global a
        $2 = $3
        branch $2
      b1: -> b2
        $4 = global b
        $2 = $4
      b2: true -> b4 false -> b3
        $1 = $2
        branch $1
      b3: -> b4
        $5 = global c
        $1 = $5
      b4: -> b5
        x = $1
      b5:"
  `);
});

test('a choice', () => {
  expect(code('x.js', 'const x = a ? b : c;')).toMatchInlineSnapshot(`
    "module #0()
      b0: true -> b1 false -> b2
        $2 = global a
        branch $2
      b1: -> b3
        $3 = global b
        $1 = $3
      b2: -> b3
        $4 = global c
        $1 = $4
      b3: -> b4
        x = $1
      b4:"
  `);
});

test('loops', () => {
  expect(
    code(
      'x.js',
      'outer: for (let i = 0; i < 9; i++) { while (a) { if (b) continue outer; break; } do { c(); } while (d); }',
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
      b1: -> b2
        $1 = const "0"
        i = $1
      b2: true -> b3 false -> b16
        $2 = const "9"
        $3 = i < $2
        branch $3
      b3: -> b4
      b4: true -> b5 false -> b10
        $4 = global a
        branch $4
      b5: true -> b6 false -> b7
        $5 = global b
        branch $5
      b6: -> b15
      b7: -> b8
      b8: -> b10
      b9: -> b4
      b10: -> b11
      b11: -> b12
        $6 = global c
        $7 = call $6()
      b12: -> b13
      b13: true -> b11 false -> b14
        $8 = global d
        branch $8
      b14: -> b15
      b15: -> b2
        $9 = ++ i
        i = $9
      b16: -> b17
      b17: -> b18
      b18:"
  `);
});

test('loops over values, keys and both', () => {
  expect(code('x.js', 'for (const v of list) use(v); for (const k in object) use(k);')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $2 = global list
      b1: true -> b2 false -> b3
        $3 = iterate $2
        branch $3
      b2: -> b1
        v = $3
        $4 = global use
        $5 = call $4(v)
      b3: -> b4
        $6 = global object
      b4: true -> b5 false -> b6
        $7 = iterateKeys $6
        branch $7
      b5: -> b4
        k = $7
        $8 = global use
        $9 = call $8(k)
      b6: -> b7
      b7:"
  `);
});

test('a switch falls through', () => {
  expect(code('x.js', 'switch (a) { case 1: one(); case 2: two(); break; default: three(); }')).toMatchInlineSnapshot(`
    "module #0()
      b0: true -> b3 false -> b1
        $0 = global a
        $1 = const "1"
        $2 = $0 == $1
        branch $2
      b1: true -> b4 false -> b2
        $3 = const "2"
        $4 = $0 == $3
        branch $4
      b2: -> b5
      b3: -> b4
        $5 = global one
        $6 = call $5()
      b4: -> b6
        $7 = global two
        $8 = call $7()
      b5: -> b6
        $9 = global three
        $10 = call $9()
      b6: -> b7
      b7:"
  `);
});

test('try, catch, finally', () => {
  expect(code('x.js', 'function f() { try { return risky(); } catch (e) { log(e); } finally { clean(); } after(); }'))
    .toMatchInlineSnapshot(`
      "module #0()
        b0: -> b1
          $1 = function f
          f = $1
        b1:

      function f()
        b0: throw -> b3 -> b1
        b1: throw -> b3 -> b2
          $1 = global risky
          $2 = call $1()
        b2: -> b5
          return $2
        b3: -> b4
          $3 = catch
        b4: -> b5
          e = $3
          $4 = global log
          $5 = call $4(e)
        b5: -> b7 -> b6
          $6 = global clean
          $7 = call $6()
        b6: -> b7
          $8 = global after
          $9 = call $8()
        b7:"
    `);
});

test('what is thrown in a handler leaves', () => {
  expect(code('x.js', 'try { a(); } catch { throw new Error(b); }')).toMatchInlineSnapshot(`
    "module #0()
      b0: throw -> b3 -> b1
      b1: throw -> b3 -> b2
        $0 = global a
        $1 = call $0()
      b2: -> b5
      b3: -> b4
        $2 = catch
      b4: throw -> b6
        $3 = global Error
        $4 = global b
        $5 = new $3($4)
        throw $5
      b5: -> b6
      b6:"
  `);
});

test('typed handlers pass on', () => {
  expect(
    code(
      'x.py',
      `try:
  a()
except ValueError as e:
  b(e)
else:
  c()
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: throw -> b3 -> b1
      b1: throw -> b3 -> b2
        $1 = global a
        $2 = call $1()
      b2: -> b6
        $3 = global c
        $4 = call $3()
      b3: -> b4 -> b5
        $5 = catch
      b4: -> b6
        e = $5
        $6 = global b
        $7 = call $6(e)
      b5: throw -> b7
        throw $5
      b6: -> b7
      b7:"
  `);
});

test('assert', () => {
  expect(
    code(
      'x.py',
      `assert ok(x), 'no'
use(x)
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: true -> b2 false -> b1
        $0 = global ok
        $1 = global x
        $2 = call $0($1)
        branch $2
      b1: throw -> b3
        $3 = const "no"
        throw $3
      b2: -> b3
        $4 = global use
        $5 = global x
        $6 = call $4($5)
      b3:"
  `);
});

test('else of a loop', () => {
  expect(code('x.py', 'for a in b:\n  if a: break\nelse:\n  raise c\nd()\n')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = global b
      b1: true -> b2 false -> b6
        $2 = iterate $1
        branch $2
      b2: true -> b3 false -> b4
        a = $2
        branch a
      b3: -> b7
      b4: -> b5
      b5: -> b1
      b6: throw -> b8
        $3 = global c
        throw $3
      b7: -> b8
        $4 = global d
        $5 = call $4()
      b8:"
  `);
});

test('goto', () => {
  expect(code('x.go', 'package p\nfunc f() {\n\tif a {\n\t\tgoto end\n\t}\n\treturn\nend:\n\tb()\n}\n'))
    .toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f()
      b0: true -> b1 false -> b2
        $0 = global a
        branch $0
      b1: -> b4
      b2: -> b3
      b3: -> b6
        return
      b4: -> b5
        $1 = global b
        $2 = call $1()
      b5: -> b6
      b6:"
  `);
});

test('what a with swallows', () => {
  expect(code('x.py', 'with suppress(E):\n  raise E\na()\n')).toMatchInlineSnapshot(`
    "module #0()
      b0: throw -> b2 throw -> b1
        $0 = global suppress
        $1 = global E
        $2 = call $0($1)
        $3 = global E
        throw $3
      b1: -> b2
        $4 = global a
        $5 = call $4()
      b2:"
  `);
});
