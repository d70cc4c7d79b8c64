import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (text: string): string => printIr(irOf('x.cs', text));

test('members by their bare names, properties and constructors', () => {
  expect(
    code(`class Users : Base {
  private Db db = new Db();
  string Name { get; set; }
  Users(Db other) : base(other) { this.db = other; }
  string Find(string id) => db.Query($"select {id}", Name)?.First;
}
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $2 = global Base
        Users = class Users
        $3 = global Db
        $4 = new $3()
        db = $4
        $5 = function Users
        $6 = function Find
        Users.Find = $6
      b1:

    constructor Users(other)
      b0: -> b1
        $1 = this
        other = param 0
        $2 = super
        $3 = call $2 this $1 (other)
        $1.db = other
      b1:

    method Find(id) captures ^db
      b0: -> b1
        $1 = this
        id = param 0
        $2 = ^db.Query
        $3 = const "select "
        $4 = concat ($3, id)
        $5 = $1.Name
        $6 = call $2 this ^db ($4, $5)
        $7 = $6.First
        return $7
      b1:"
  `);
});

test('patterns, using and foreach', () => {
  expect(
    code(`class A {
  void F(object o) {
    if (o is string s) G(s);
    using (var f = Open(o)) { foreach (var line in f) G(line); }
  }
}
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        A = class A
        $1 = function F
        A.F = $1
      b1:

    method F(o)
      b0: true -> b1 false -> b2
        o = param 0
        $4 = o is s
        branch $4
      b1: -> b3
        $5 = global G
        $6 = call $5(s)
      b2: -> b3
      b3: -> b4
        $7 = global Open
        $8 = call $7(o)
        f = $8
      b4: true -> b5 false -> b6
        $9 = iterate f
        branch $9
      b5: -> b4
        line = $9
        $10 = global G
        $11 = call $10(line)
      b6: -> b7
      b7:"
  `);
});
