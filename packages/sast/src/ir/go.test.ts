import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (path: string, text: string): string => printIr(irOf(path, text));

test('assignment to several', () => {
  expect(
    code(
      'x.go',
      `package a
func f() (string, error) {
	a, err := g()
	b, err := h(a)
	a, b = b, a
	v, ok := m[b]
	return v, ok
}
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f()
      b0: -> b1
        $5 = global g
        $6 = call $5()
        $7 = $6#0
        a = $7
        $8 = $6#1
        err = $8
        $9 = global h
        $10 = call $9(a)
        $11 = $10#0
        b = $11
        $12 = $10#1
        err = $12
        $13 = b
        $14 = a
        a = $13
        b = $14
        $15 = global m
        $16 = $15[b]
        v = $16
        $17 = unknown
        ok = $17
        $18 = alloc Tuple
        $18#0 = v
        $18#1 = ok
        return $18
      b1:"
  `);
});

test('a name that is declared anew reads the outer one', () => {
  expect(
    code(
      'x.go',
      `package a
func f(x string) {
	if x := g(x); x != "" {
		x := x
		use(x)
	}
	use(x)
}
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(x)
      b0: true -> b1 false -> b2
        x = param 0
        $3 = global g
        $4 = call $3(x)
        x/2 = $4
        $5 = const ""
        $6 = x/2 != $5
        branch $6
      b1: -> b3
        x/3 = x/2
        $7 = global use
        $8 = call $7(x/3)
      b2: -> b3
      b3: -> b4
        $9 = global use
        $10 = call $9(x)
      b4:"
  `);
});

test('range', () => {
  expect(
    code(
      'x.go',
      `package a
func f(l []string) {
	for i, v := range l {
		use(i, v)
	}
	for k := range l {
		use(k)
	}
}
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(l)
      b0: -> b1
        l = param 0
      b1: true -> b2 false -> b3
        $4 = iterate l
        branch $4
      b2: -> b1
        $5 = iterateKeys l
        i = $5
        v = $4
        $6 = global use
        $7 = call $6(i, v)
      b3: -> b4
      b4: true -> b5 false -> b6
        $8 = iterateKeys l
        branch $8
      b5: -> b4
        k = $8
        $9 = global use
        $10 = call $9(k)
      b6: -> b7
      b7:"
  `);
});

test('defer and go', () => {
  expect(
    code(
      'x.go',
      `package a
func f(l io.Closer) {
	defer l.Close()
	go func(x int) { use(x) }(1)
}
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(l)
      b0: -> b1
        l = param 0
        $1 = l.Close
        $2 = call $1 this l ()
        $3 = function #2
        $4 = const "1"
        $5 = call $3($4)
      b1:

    function #2(x)
      b0: -> b1
        x = param 0
        $1 = global use
        $2 = call $1(x)
      b1:"
  `);
});

test('methods and composite literals', () => {
  expect(
    code(
      'x.go',
      `package a
type S struct{ F string }
func (s *S) M(p string) *S {
	s.F = p
	*s = S{F: p}
	return &S{p}
}
var m = map[string]int{"a": 1}
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        S = class S
        $2 = function M
        S.M = $2
        $3 = alloc Dict
        $4 = const "a"
        $5 = const "1"
        $3[$4] = $5
        m = $3
      b1:

    method M(p) captures ^S
      b0: -> b1
        s = this
        p = param 0
        s.F = p
        $2 = new ^S()
        $2.F = p
        s.* = $2
        $3 = new ^S(p)
        $4 = & $3
        return $4
      b1:"
  `);
});

test('switch', () => {
  expect(
    code(
      'x.go',
      `package a
func f(x any) {
	switch y := x.(type) {
	case string:
		use(y)
	}
	switch {
	case a > 1:
		fallthrough
	default:
		b()
	}
}
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(x)
      b0: true -> b2 false -> b1
        x = param 0
        y = x
        $2 = unknown x
        branch $2
      b1: -> b3
      b2: -> b3
        $3 = global use
        $4 = call $3(y)
      b3: true -> b5 false -> b4
        $5 = global a
        $6 = const "1"
        $7 = $5 > $6
        branch $7
      b4: -> b6
      b5: -> b6
      b6: -> b7
        $8 = global b
        $9 = call $8()
      b7: -> b8
      b8:"
  `);
});

test('results with names', () => {
  expect(code('x.go', 'package a\nfunc f(p string) (s string, err error) {\n\ts = g(p)\n\treturn\n}\n'))
    .toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(p)
      b0: -> b1
        p = param 0
        $3 = global g
        $4 = call $3(p)
        s = $4
        $5 = alloc Tuple
        $5#0 = s
        $5#1 = err
        return $5
      b1:"
  `);
});
