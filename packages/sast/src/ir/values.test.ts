import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (path: string, text: string): string => printIr(irOf(path, text));

test('members, elements and keys', () => {
  expect(code('x.js', "a.b = c['d'][0][e]; a[f] = g.h(i);")).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = global c
        $1 = $0.d
        $2 = $1#0
        $3 = global e
        $4 = $2[$3]
        $5 = global a
        $5.b = $4
        $6 = global g
        $7 = $6.h
        $8 = global i
        $9 = call $7 this $6 ($8)
        $10 = global a
        $11 = global f
        $10[$11] = $9
      b1:"
  `);
});

test('destructuring', () => {
  expect(code('x.js', "const { a, b: [c, , d = 1, ...e], 'f-g': f, [h]: i, ...j } = k;")).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $7 = global k
        $8 = $7.a
        a = $8
        $9 = $7.b
        $10 = $9#0
        c = $10
        $11 = $9#2
        $12 = const "1"
        $13 = either $11 $12
        d = $13
        $14 = rest $9 3
        e = $14
        $15 = $7.f-g
        f = $15
        $16 = global h
        $17 = $7[$16]
        i = $17
        $18 = rest $7 -1
        j = $18
      b1:"
  `);
});

test('parameters with patterns and defaults', () => {
  expect(code('x.js', 'function f(a, { b, c = 1 }, [d], e = 2, ...g) {}')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(a, $6, $11, $13, rest g)
      b0: -> b1
        a = param 0
        $6 = param 1
        $7 = $6.b
        b = $7
        $8 = $6.c
        $9 = const "1"
        $10 = either $8 $9
        c = $10
        $11 = param 2
        $12 = $11#0
        d = $12
        $13 = param 3
        $14 = const "2"
        $15 = either $13 $14
        e = $15
        g = param 4
      b1:"
  `);
});

test('literals of objects and arrays', () => {
  expect(code('x.js', "x = { a, b: 1, 'c-d': 2, [e]: 3, ...f, g() {}, get h() { return 1; } }; y = [1, , ...z, 2];"))
    .toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = alloc Dict
        $1 = global a
        $0.a = $1
        $2 = const "1"
        $0.b = $2
        $3 = const "2"
        $0.c-d = $3
        $4 = global e
        $5 = const "3"
        $0[$4] = $5
        $6 = global f
        spread $0 $6
        $7 = function g
        $0.g = $7
        $8 = function h
        $0.h = $8
        global x = $0
        $9 = alloc Array
        $10 = const "1"
        $9#0 = $10
        $11 = global z
        spread $9 $11
        $12 = const "2"
        $9#-1 = $12
        global y = $9
      b1:

    method g()
      b0: -> b1
      b1:

    getter h()
      b0: -> b1
        $0 = const "1"
        return $0
      b1:"
  `);
});

test('templates', () => {
  expect(code('x.js', 'x = `a${b}c`; y = tag`d${e}`;')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = const "a"
        $1 = global b
        $2 = const "c"
        $3 = concat ($0, $1, $2)
        global x = $3
        $4 = global tag
        $5 = const "d"
        $6 = global e
        $7 = concat ($5, $6)
        $8 = call $4($7)
        global y = $8
      b1:"
  `);
});

test('compound assignment', () => {
  expect(code('x.js', 'a += 1; b.c ||= d; e++;')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = global a
        $1 = const "1"
        $2 = $0 + $1
        global a = $2
        $3 = global b
        $4 = $3.c
        $5 = global d
        $6 = either $4 $5
        $7 = global b
        $7.c = $6
        $8 = global e
        $9 = ++ $8
        global e = $9
      b1:"
  `);
});

test('optional chains', () => {
  expect(code('x.js', 'a?.b?.[c]?.(d);')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = global a
        $1 = $0.b
        $2 = global c
        $3 = $1[$2]
        $4 = global d
        $5 = call $3 this $1 ($4)
      b1:"
  `);
});

test('calls with spread and new', () => {
  expect(code('x.js', 'f(a, ...b); new C(d); a.b.c(e); super_();')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = global f
        $1 = global a
        $2 = global b
        $3 = call $0($1, ...$2)
        $4 = global C
        $5 = global d
        $6 = new $4($5)
        $7 = global a
        $8 = $7.b
        $9 = $8.c
        $10 = global e
        $11 = call $9 this $8 ($10)
        $12 = global super_
        $13 = call $12()
      b1:"
  `);
});

test('await and yield', () => {
  expect(code('x.js', 'async function* f() { const a = await b; const c = yield a; yield* c; }'))
    .toMatchInlineSnapshot(`
      "module #0()
        b0: -> b1
          $1 = function f
          f = $1
        b1:

      function f()
        b0: -> b1
          $2 = global b
          $3 = await $2
          a = $3
          $4 = yield a
          c = $4
          $5 = yield all c
        b1:"
    `);
});

test('an assertion of a type takes nothing away', () => {
  expect(code('x.ts', '(a as T) = <U>b!;')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = global b
        $1 = cast $0 <U>
        global a = $1
      b1:"
  `);
});

test('elements of JSX', () => {
  expect(code('x.tsx', 'const a = <div id={b} {...c}>text {d}<Item key={e} /></div>;')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = alloc Xml
        $2 = global b
        $1.id = $2
        $3 = global c
        spread $1 $3
        $4 = const "text "
        $1#-1 = $4
        $5 = global d
        $1#-1 = $5
        $6 = alloc Xml
        $7 = global e
        $6.key = $7
        $8 = global Item
        $9 = call $8($6)
        $1#-1 = $9
        a = $1
      b1:"
  `);
});

test('keyword arguments', () => {
  expect(
    code(
      'x.py',
      `f(a, *b, k=c, **d)
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = global f
        $1 = global a
        $2 = global b
        $3 = global c
        $4 = global d
        $5 = call $0($1, ...$2, k: $3, **$4)
      b1:"
  `);
});

test('comprehensions', () => {
  expect(
    code(
      'x.py',
      `x = [f(a) for a in b if c(a)]
y = {k: v for k, v in b.items()}
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $5 = alloc Comp
        $6 = global b
      b1: true -> b2 false -> b4
        $7 = iterate $6
        branch $7
      b2: true -> b3 false -> b1
        a = $7
        $8 = global c
        $9 = call $8(a)
        branch $9
      b3: -> b1
        $10 = global f
        $11 = call $10(a)
        $5#-1 = $11
      b4: -> b5
        x = $5
        $12 = alloc Comp
        $13 = global b
        $14 = $13.items
        $15 = call $14 this $13 ()
      b5: true -> b6 false -> b7
        $16 = iterate $15
        branch $16
      b6: -> b5
        $17 = $16#0
        k = $17
        $18 = $16#1
        v = $18
        $12[k] = v
      b7: -> b8
        y = $12
      b8:"
  `);
});

test('assignment to several', () => {
  expect(
    code(
      'x.py',
      `a = b, *c = d
a, b = b, a
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $3 = global d
        $4 = $3#0
        b = $4
        $5 = rest $3 1
        c = $5
        a = $3
        $6 = b
        $7 = a
        a = $6
        b = $7
      b1:"
  `);
});

test('with', () => {
  expect(
    code(
      'x.py',
      `with open(p) as f, lock: f.read()
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = global open
        $2 = global p
        $3 = call $1($2)
        f = $3
        $4 = global lock
        $5 = f.read
        $6 = call $5 this f ()
      b1:"
  `);
});

test('strings with values', () => {
  expect(
    code(
      'x.py',
      `x = f'a{b!r:>{c}}d' 'e'
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = const "a"
        $2 = global b
        $3 = global c
        $4 = const "d"
        $5 = concat ($1, $2, $3, $4)
        $6 = const "e"
        $7 = concat ($5, $6)
        x = $7
      b1:"
  `);
});

test('match', () => {
  expect(
    code(
      'x.py',
      `match a:
  case 'x' | 'y': b()
  case [c, 1]: d(c)
  case {'k': e} if e: f(e)
  case P(g, h=i): j(g, i)
  case k: l(k)
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: true -> b8 false -> b1
        $5 = global a
        $6 = const "x"
        $7 = $5 == $6
        branch $7
      b1: true -> b8 false -> b2
        $8 = const "y"
        $9 = $5 == $8
        branch $9
      b2: true -> b9 false -> b3
        $10 = $5#0
        c = $10
        $11 = $5#1
        $12 = unknown $5
        branch $12
      b3: true -> b4 false -> b5
        $13 = const "k"
        $14 = $5[$13]
        e = $14
        $15 = unknown $5
        branch $15
      b4: true -> b10 false -> b5
        branch e
      b5: true -> b11 false -> b6
        $16 = $5#0
        g = $16
        $17 = $5.h
        i = $17
        $18 = unknown $5
        branch $18
      b6: true -> b12 false -> b7
        k = $5
        $19 = unknown $5
        branch $19
      b7: -> b13
      b8: -> b13
        $20 = global b
        $21 = call $20()
      b9: -> b13
        $22 = global d
        $23 = call $22(c)
      b10: -> b13
        $24 = global f
        $25 = call $24(e)
      b11: -> b13
        $26 = global j
        $27 = call $26(g, i)
      b12: -> b13
        $28 = global l
        $29 = call $28(k)
      b13: -> b14
      b14:"
  `);
});
