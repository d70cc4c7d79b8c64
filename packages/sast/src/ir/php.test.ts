import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (text: string): string => printIr(irOf('x.php', `<?php\n${text}`));

test('methods, templates and static members', () => {
  expect(
    code(`class Users {
  private $db;
  function find($id) {
    $sql = "select " . "from t where id = {$id}";
    return $this->db->query($sql, self::LIMIT);
  }
}
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        Users = class Users
        $2 = function find
        Users.find = $2
        find = $2
      b1:

    method find($id)
      b0: -> b1
        $2 = this
        $id = param 0
        $3 = const "select "
        $4 = const "from t where id = "
        $5 = concat ($4, $id)
        $6 = $3 . $5
        $sql = $6
        $7 = $2.db
        $8 = $7.query
        $9 = global self
        $10 = $9.LIMIT
        $11 = call $8 this $7 ($sql, $10)
        return $11
      b1:"
  `);
});

test('foreach with keys, lists and closures', () => {
  expect(
    code(`foreach ($rows as $key => $row) {
  [$a, $b] = $row;
  $run = function ($c) use ($a) { return $c; };
}
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $5 = global $rows
      b1: true -> b2 false -> b3
        $6 = iterate $5
        branch $6
      b2: -> b1
        $7 = $6#0
        $key = $7
        $8 = $6#1
        $row = $8
        $9 = $row#0
        $a = $9
        $10 = $row#1
        $b = $10
        $11 = function $run
        $run = $11
      b3: -> b4
      b4:

    function $run($c)
      b0: -> b1
        $c = param 0
        return $c
      b1:"
  `);
});
