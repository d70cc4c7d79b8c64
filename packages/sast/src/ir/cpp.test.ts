import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

test('methods, members by their bare names, lambdas and range loops', () => {
  const text = `class Server : public Base {
 public:
  explicit Server(Db *db) : db_(db) {}
  int find(const std::string &id) {
    auto run = [&](int n) { return db_->query(id, n); };
    for (auto &row : rows_) run(row);
    return new Row(id);
  }
 private:
  Db *db_;
  Rows rows_;
};
`;
  expect(printIr(irOf('x.cpp', text))).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = global Base
        Server = class Server
        $2 = function Server
        Server.Server = $2
        $3 = function find
        Server.find = $3
      b1:

    method Server(db)
      b0: -> b1
        $1 = this
        db = param 0
        $2 = $1.db_
        $3 = call $2 this $1 (db)
      b1:

    method find(id)
      b0: -> b1
        $3 = this
        id = param 0
        $4 = function run
        run = $4
        $5 = $3.rows_
      b1: true -> b2 false -> b3
        $6 = iterate $5
        branch $6
      b2: -> b1
        row = $6
        $7 = call run(row)
      b3: -> b4
        $8 = global Row
        $9 = new $8(id)
        return $9
      b4:

    function run(n) captures ^$3, ^id
      b0: -> b1
        n = param 0
        $1 = ^$3.db_
        $2 = $1.query
        $3 = call $2 this $1 (^id, n)
        return $3
      b1:"
  `);
});

test('C: pointers and what they point at', () => {
  const text = `void f(char *a, struct s *b) { char buf[10]; strcpy(buf, a); b->n = *a; *a = buf[0]; }
`;
  expect(printIr(irOf('x.c', text))).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(a, b)
      b0: -> b1
        a = param 0
        b = param 1
        buf = const
        $3 = global strcpy
        $4 = call $3(buf, a)
        $5 = a.*
        b.n = $5
        $6 = buf#0
        a.* = $6
      b1:"
  `);
});
