import { expect, test } from 'vitest';
import { irOf, treeOf } from '../../testing/trees.ts';
import { printTree } from '../tree/print.ts';
import { printIr } from './print.ts';

const code = (text: string): string => printIr(irOf('x.rb', text));

test('the last value is the result; a block writes the variables around it', () => {
  expect(
    code(`def total(list)
  sum = 0
  list.each { |it| sum = sum + it }
  sum
end
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function total
        total = $1
      b1:

    function total(list)
      b0: -> b1
        list = param 0
        $2 = const "0"
        sum = $2
        $3 = list.each
        $4 = function #2
        $5 = call $3 this list ($4)
        return sum
      b1:

    function #2(it) captures ^sum
      b0: -> b1
        it = param 0
        $1 = ^sum + it
        ^sum = $1
        return $1
      b1:"
  `);
});

test('rescue, else and ensure', () => {
  expect(
    code(`def f(a)
  g(a)
rescue Bad => e
  log(e)
ensure
  close
end
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(a)
      b0: throw -> b3 -> b1
        a = param 0
      b1: throw -> b3 -> b2
        $2 = global g
        $3 = call $2(a)
      b2: -> b6
      b3: -> b4 -> b5
        $4 = catch
      b4: -> b6
        e = $4
        $5 = global log
        $6 = call $5(e)
      b5: -> b6
      b6: -> b8 -> b7
        $7 = global close
      b7: -> b8
        return
      b8:"
  `);
});

test('the text of a heredoc belongs where the heredoc begins, also with several in a line', () => {
  expect(printTree(treeOf('x.rb', 'run(<<~A, <<~B).all\n  a #{x}\nA\n  b\nB\ny\n'))).toMatchInlineSnapshot(`
    "Module
      Call
        callee: Member
          object: Call
            callee: Name "run"
            arg: Template
              part: Str "\\n  a "
              part: Name "x"
              part: Str "\\n"
            arg: Template
              part: Str "\\n  b\\n"
          name: Name "all"
      Name "y""
  `);
});
