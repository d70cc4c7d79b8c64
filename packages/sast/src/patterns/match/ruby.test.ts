import { describe, expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

const ruby = (pattern: string, text: string): string[] => found('ruby', pattern, text);

describe('Ruby: calls', () => {
  it.each([
    ['foo(...)', 'foo(1)\nfoo\nb = foo\nfoo = 2\nc = foo\n', ['foo(1)', 'foo', 'foo']],
    ['foo(...)', 'def f(foo)\n  foo\nend\n', []],
    ['foo(1)', 'foo\n', []],
    ['params[...]', 'params()[:a]; params[:b]', ['params()[:a]', 'params[:b]']],
    ['params()[...]', 'params[:b]\nparams = {}\nparams[:c]\n', ['params[:b]']],
    ['$O.foo(). ... .bar()', 'o.foo().bar(); o.foo().m().bar(); o.m()', ['o.foo().bar()', 'o.foo().m().bar()']],
    ['$M ... { ... }', 'foo 1 do 2 end\nfoo 1 { }\nfoo 1\n', ['foo 1 do 2 end', 'foo 1 { }']],
    ['f(..., b: 1, ...)', 'f(x, a: 2, b: 1); f(:b => 1); f("b" => 1)', ['f(x, a: 2, b: 1)', 'f(:b => 1)']],
    ['f(a: 1, b: 2)', 'f(b: 2, a: 1); f(a: 1)', ['f(b: 2, a: 1)']],
    ['A::$F.new $X', 'A::Get.new y\nA.get y\n', ['A::Get.new y']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(ruby(pattern, text)).toEqual(expected);
  });
});

describe('Ruby: literals', () => {
  it.each([
    ['f(:$A)', 'f(:a); f("a"); f(1)', ['f(:a)']],
    ['f(:$A, $O.$A)', 'f(:a, x.a); f(:a, x.b)', ['f(:a, x.a)']],
    [':$K => 1', 'X = { :a => 1, :b => 2 }', [':a => 1']],
    ['`...`', 'a = `ls`; b = `ls #{x}`; c = "ls"', ['`ls`', '`ls #{x}`']],
    ['`...#{$X}...`', 'a = `ls`; b = `#{x}`; c = %x{a #{x} b}', ['`#{x}`', '%x{a #{x} b}']],
    ['`...#{"..."}...`', 'b = `a #{x} b`; c = `#{"y"} b`', ['`#{"y"} b`']],
    ['"...#{...}..."', 'a = "x"; b = "x#{y}"', ['"x#{y}"']],
    ['/.../', 'a = /x/i; b = /#{y}/', ['/x/i', '/#{y}/']],
    ['/...#{...}.../', 'a = /x#{y}/; b = "x#{y}"; c = /x/', ['/x#{y}/']],
    ['/a/', 'a = /a/i; b = /aa/', ['/a/i']],
    ['/a/i', 'a = /a/i; b = /a/', ['/a/i']],
    ['($X .. $Y)', 'a = (1..2); b = (1..)', ['1..2', '1..']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(ruby(pattern, text)).toEqual(expected);
  });

  it('are no constants once they are changed', () => {
    expect(ruby('f("...")', 'a = "x"\nf(a)\na << y\nf(a)\n')).toEqual(['f(a)']);
    expect(ruby('f("...")', 'a = "x"\na.concat("y")\nf(a)\n')).toEqual(['f(a)']);
    expect(ruby('f("...")', 'a = "x"\na.gsub!(y, z)\nf(a)\n')).toEqual([]);
  });
});

it('Ruby: several assignments at once are so many', () => {
  expect(ruby('a = 1', 'a, b = 1, 2')).toEqual(['a, b = 1, 2']);
  expect(ruby('b = 1', 'a, b = 1, 2')).toEqual([]);
  expect(ruby('a = $X', 'a, b = f')).toEqual([]);
  expect(found('lua', '$X = $X', 'a, b = a\na = b, a\n')).toEqual(['a, b = a']);
});

it('Ruby: results of functions', () => {
  const text = 'def f\n  begin\n    a\n  rescue E\n    b\n  ensure\n    c\n  end\nend\n';
  expect(ruby('return $X', text)).toEqual(['c']);
  expect(ruby('return $X', text.replace('ensure\n    c\n', ''))).toEqual(['a', 'b']);
  expect(ruby('return $X', 'def f(x)\n  case x\n  when 0\n    a\n  else\n    b\n  end\nend\n')).toEqual(['a', 'b']);
});
