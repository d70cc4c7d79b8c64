import { describe, expect, it } from 'vitest';
import { compileRegex, matchAtStart, matchesOf } from './regex.ts';

/** What a PCRE regular expression finds in a text. */
function found(pattern: string, text: string, multiline = true): string[] {
  const regex = compileRegex(pattern, { multiline });
  if (regex.is === 'fault') throw new Error(`${regex.offset}: ${regex.reason}`);
  return matchesOf(regex, text).map(({ start, end }) => text.slice(start, end));
}

describe('PCRE as JavaScript', () => {
  it.each([
    ['(?i)abc', 'ABC abc', ['ABC', 'abc']],
    ['a(?i)b', 'aB AB ab', ['aB', 'ab']],
    ['a(?i:b[c-d])e', 'aBDe abde aBDE', ['aBDe', 'abde']],
    ['\\Aab', 'ab\nab', ['ab']],
    ['^ab$', 'ab\nab', ['ab', 'ab']],
    ['ab\\Z', 'ab\nab\n', ['ab']],
    ['[[:alpha:]_]+', 'ab1_c', ['ab', '_c']],
    ['[^[:space:]]+', 'a b', ['a', 'b']],
    ['[]a]+', 'a]b', ['a]']],
    ['a\\hb', 'a\tb', ['a\tb']],
    ['(?P<x>a)(?P=x)', 'aab', ['aa']],
    ['"[^"]*+"', '"ab" "c', ['"ab"']],
    ['a++b', 'aaab', ['aaab']],
    ['a++ab', 'aaab', []],
    ['(a)(?>bc|b)c\\1', 'abcca abca', ['abcca']],
    ['foo\\Kbar', 'foobar bar', ['bar']],
    ['(?x) a # one\n b', 'ab', ['ab']],
    ['(?s)a.b', 'a\nb', ['a\nb']],
    ['\\x{41}\\Q.*\\E', 'A.*', ['A.*']],
    ['a{,2}b', 'aaab', ['aab']],
    ['\\p{Lu}+', 'ABc', ['AB']],
    ['{{.*?}}', 'a {{ b }}', ['{{ b }}']],
    ['(a\\1|b)+', 'aab', ['b']],
    ['(?#note)a\\-b\\_', 'a-b_', ['a-b_']],
    ['[\\w\\-.]+', 'a-b.c d', ['a-b.c', 'd']],
  ])('%s', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  it('numbers groups as the rule does, whatever captures are added', () => {
    const regex = compileRegex('(a)++(?>x)(b)(?<n>c)');
    if (regex.is === 'fault') throw new Error(regex.reason);
    const [match] = matchesOf(regex, 'aaxbc');
    expect([...match!.groups]).toEqual([
      ['$1', { start: 1, end: 2 }],
      ['$2', { start: 3, end: 4 }],
      ['$3', { start: 4, end: 5 }],
      ['$n', { start: 4, end: 5 }],
    ]);
  });

  it.each([
    ['a(?R)b', 1, 'recursion'],
    ['(ab', 3, 'not closed'],
    ['ab)', 2, 'unmatched'],
    ['[ab', 0, 'not closed'],
    ['a|\\Kb', 2, '\\K'],
    ['*a', 0, 'nothing to repeat'],
    ['(?(1)a|b)', 0, 'condition'],
  ])('%s is a fault at %i', (pattern, offset, reason) => {
    expect(compileRegex(pattern)).toMatchObject({ is: 'fault', offset, reason: expect.stringContaining(reason) });
  });

  it('anchors on demand', () => {
    const regex = compileRegex('a|b');
    if (regex.is === 'fault') throw new Error(regex.reason);
    expect([matchAtStart(regex, 'bc') !== undefined, matchAtStart(regex, 'cb') !== undefined]).toEqual([true, false]);
  });
});
