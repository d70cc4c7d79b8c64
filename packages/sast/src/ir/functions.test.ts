import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (path: string, text: string): string => printIr(irOf(path, text));

test('closures capture variables and this', () => {
  expect(code('x.js', 'function f(a) { const g = () => this.h(a); return g; }')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(a)
      b0: -> b1
        $2 = this
        a = param 0
        $3 = function g
        g = $3
        return g
      b1:

    function g() captures ^$2, ^a
      b0: -> b1
        $0 = ^$2.h
        $1 = call $0 this ^$2 (^a)
        return $1
      b1:"
  `);
});

test('functions are defined before they are used', () => {
  expect(
    code(
      'x.js',
      `f(); function f() {}
export default function g() { f(); }`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $2 = function f
        f = $2
        $3 = function g
        g = $3
        $4 = call f()
      b1:

    function f()
      b0: -> b1
      b1:

    function g() captures ^f
      b0: -> b1
        $0 = call ^f()
      b1:"
  `);
});

test('classes', () => {
  expect(
    code(
      'x.js',
      'class A extends B { #c = this.d; static e = 1; constructor(f) { super(f); this.f = f; } g() { return super.g(); } static h() {} }',
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = global B
        A = class A
        $2 = const "1"
        A.e = $2
        $3 = function constructor
        $4 = function g
        A.g = $4
        $5 = function h
        A.h = $5
      b1:

    constructor constructor(f)
      b0: -> b1
        $1 = this
        f = param 0
        $2 = super
        $3 = call $2 this $1 (f)
        $1.f = f
      b1:

    method g()
      b0: -> b1
        $0 = this
        $1 = super
        $2 = $1.g
        $3 = call $2 this $0 ()
        return $3
      b1:

    method h()
      b0: -> b1
      b1:

    fields #4()
      b0: -> b1
        $0 = this
        $1 = $0.d
        $0.#c = $1
      b1:"
  `);
});

test('parameters that are fields', () => {
  expect(
    code(
      'x.ts',
      "@Injectable() class A { constructor(private readonly db: Db, other: string) {} @Get(':id') find(@Param('id') id: string) { return this.db.get(id); } }",
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = global Injectable
        $2 = call $1()
        A = class A
        $3 = function constructor
        $4 = global Get
        $5 = const ":id"
        $6 = call $4($5)
        $7 = function find
        A.find = $7
      b1:

    constructor constructor(db, other)
      b0: -> b1
        $2 = this
        db = param 0
        $2.db = db
        other = param 1
      b1:

    method find(id)
      b0: -> b1
        $1 = this
        $2 = global Param
        $3 = const "id"
        $4 = call $2($3)
        id = param 0
        $5 = $1.db
        $6 = $5.get
        $7 = call $6 this $5 (id)
        return $7
      b1:"
  `);
});

test('blocks have names of their own', () => {
  expect(code('x.js', 'let a = 1; { let a = 2; var b = a; } use(a, b);')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $3 = const "1"
        a = $3
        $4 = const "2"
        a/2 = $4
        b = a/2
        $5 = global use
        $6 = call $5(a, b)
      b1:"
  `);
});

test('methods of Python', () => {
  expect(
    code(
      'x.py',
      `class A(B):
  c = 1
  def __init__(self, d, *, e=2, **f):
    self.d = d
  @staticmethod
  def g(h): return A.c
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $4 = global B
        A = class A
        $5 = const "1"
        c = $5
        A.c = c
        $6 = function __init__
        $7 = global staticmethod
        $8 = function g
        A.g = $8
        g = $8
      b1:

    constructor __init__(d, keywordOnly $4, keywords f)
      b0: -> b1
        self = this
        d = param 0
        $4 = param 1
        $5 = const "2"
        $6 = either $4 $5
        e = $6
        f = param 2
        self.d = d
      b1:

    method g(h) captures ^A
      b0: -> b1
        h = param 0
        $1 = ^A.c
        return $1
      b1:"
  `);
});

test('decorators of Python', () => {
  expect(
    code(
      'x.py',
      `@app.route('/x', methods=['GET'])
def view(a): return a
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = global app
        $2 = $1.route
        $3 = const "/x"
        $4 = alloc Array
        $5 = const "GET"
        $4#0 = $5
        $6 = call $2 this $1 ($3, methods: $4)
        $7 = function view
        view = $7
      b1:

    function view(a)
      b0: -> b1
        a = param 0
        return a
      b1:"
  `);
});

test('names of an outer function', () => {
  expect(
    code(
      'x.py',
      `def f():
  a = 1
  def g():
    nonlocal a
    a = 2
    global b
    b = a
  g()
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $2 = function f
        f = $2
      b1:

    function f()
      b0: -> b1
        $2 = const "1"
        a = $2
        $3 = function g
        g = $3
        $4 = call g()
      b1:

    function g() captures ^a, ^b
      b0: -> b1
        $0 = const "2"
        ^a = $0
        ^b = ^a
      b1:"
  `);
});

test('lambdas', () => {
  expect(
    code(
      'x.py',
      `f = lambda a, b=1: a + b
`,
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(a, $2)
      b0: -> b1
        a = param 0
        $2 = param 1
        $3 = const "1"
        $4 = either $2 $3
        b = $4
        $5 = a + b
        return $5
      b1:"
  `);
});

test('what kind a member is', () => {
  const { classes, functions } = irOf(
    'x.py',
    'class A:\n  @property\n  def b(self): pass\n  @b.setter\n  def b(self, v): pass\n  @staticmethod\n  def c(): pass\n  @app.get("/d")\n  def d(self): pass\n  e: int = 1\n  def __init__(self): pass\n',
  );
  expect(classes[0]!.members.map((it) => `${it.name} ${it.is}${it.static ? ' static' : ''}`)).toEqual([
    'b getter',
    'b setter',
    'c method static',
    'd method',
    'e field static',
    '__init__ constructor',
  ]);
  expect(functions.map((it) => it.is)).toEqual(['module', 'getter', 'setter', 'method', 'method', 'constructor']);
});

test('functions and classes have the name of what holds them', () => {
  const { classes, functions } = irOf(
    'x.js',
    'const a = () => {}; b.c = function () {}; d = { e: () => {}, f() {} }; const G = class { h = () => {} }; run(() => {});',
  );
  expect(functions.map((it) => it.name)).toEqual(['', 'a', 'c', 'e', 'f', '', '', 'h']);
  expect(classes.map((it) => it.name)).toEqual(['G']);
});
