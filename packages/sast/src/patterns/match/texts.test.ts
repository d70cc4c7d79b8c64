import { expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

it.each([
  ['kotlin', '"...${...}..."', 'val a = "x $y"; val b = "x"; val c = "\\$y"', ['"x $y"']],
  ['kotlin', '"a ${b}"', 'val x = "a $b"; val y = "a ${b}"; val z = "a b"', ['"a $b"', '"a ${b}"']],
  ['kotlin', '"...$X"', 'val a = "${i}abc"; val b = "abc${i}"; val c = "abc"', ['"${i}abc"']],
  ['kotlin', 'f("$X")', 'f("a"); f("$a")', ['f("a")']],
  ['scala', 's"$A${$B}..."', 'f(s"x $y"); f(s"x ${y.z} w"); f(s"$x $y"); f(s"x")', ['s"x $y"', 's"x ${y.z} w"']],
  ['scala', 's"...${$X}...${$X}"', 'f(s"a $x b $x"); f(s"a $x b $y")', ['s"a $x b $x"']],
  ['scala', 'f("...")', 'f(s"a"); f("b"); f(s"$c")', ['f(s"a")', 'f("b")']],
  ['php', 'f("$X")', '<?php f("a b"); f(1); f("$y z");', ['f("a b")']],
  [
    'php',
    '$X = "$A{$B}...";',
    '<?php $m = "a {$x} b"; $m = "{$x} b"; $m = "a $x";',
    ['$m = "a {$x} b"', '$m = "a $x"'],
  ],
  ['php', '`...`', '<?php `ls`; `ls $x`; "ls";', ['`ls`', '`ls $x`']],
])('texts with code, %s: %s', (language, pattern, text, expected) => {
  expect(found(language, pattern, text)).toEqual(expected);
});
