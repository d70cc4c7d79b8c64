import { describe, expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

const bash = (pattern: string, text: string): string[] => found('bash', pattern, text);

describe('Bash: words', () => {
  it.each([
    ['foo', 'foo\nbar foo\n$foo\nbar "$foo"\nfoo=1\n', ['foo', 'foo']],
    ['foo;', 'foo\nbar foo\n', ['foo']],
    ['"hello" world', "hello world\n'hello' 'world'\nhello $world\n", ['hello world', "'hello' 'world'"]],
    ['hello world', '"hello" world\n', ['"hello" world']],
    ['f "..."', 'f bar\nf "bar"\nf "${x}/bar"\n', ['f "${x}/bar"']],
    ['"$X"', 'f "$a"\nf $a\nf "${b}"\nf "$a$b"\nf "c"\n', ['"$a"', '"${b}"']],
    ['"${$A}...${$B}"', 'f "${x}aa${y}"\nf "a${x}a${y}"\nf ${x}a${y}\n', ['"${x}aa${y}"']],
    ['... ${$X} ...', 'f $a\nf "$b"\nf c\nf ${d}e\n', ['f $a']],
    ['... ...${$X}... ...', 'f $a\nf "${b}c"\nf ${d}e\n', ['f ${d}e']],
    ['... $(...) ...', 'f $(a)\nf "$(b)"\nf c\n', ['f $(a)']],
    [
      '... bash -c "$(curl ...)"',
      'sudo bash -c "$(curl -s x)"\nbash -c "$(wget x)"\n',
      ['sudo bash -c "$(curl -s x)"'],
    ],
    ['bash <(curl ...)', 'bash <(curl x)\nbash $(curl x)\n', ['bash <(curl x)']],
    ['f <... b ...>', 'f b\nf "$(a | b)"\nf c\n', ['f b', 'f "$(a | b)"']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(bash(pattern, text)).toEqual(expected);
  });
});

describe('Bash: commands', () => {
  it.each([
    ['... &', 'ls\nls &\nfor x in y; do z & done\n', ['ls', 'z']],
    ['$X | echo ...', 'a | echo b\necho b | a\n', ['a | echo b']],
    ['(...)', '(a; b)\n{ a; b; }\n', ['(a; b)']],
    ['declare -r $X=...', 'declare -r a=1\nreadonly b=2\nc=3\nd=4 f\n', ['a=1', 'b=2', 'c=3']],
    ['$F=\'\'\ntouch "${$F}"', 'a=\'\'\ntouch "${a}"\nb=\'\'\ntouch "${c}"\n', ['a=\'\'\ntouch "${a}"']],
    ['foo\nbar', 'foo\nx | bar > y\n', ['foo\nx | bar > y']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(bash(pattern, text)).toEqual(expected);
  });
});
