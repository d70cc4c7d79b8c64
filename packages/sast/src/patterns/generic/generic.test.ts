import { expect, it } from 'vitest';
import { matchesOf } from '../../../testing/patterns.ts';

function found(pattern: string, text: string, options: object = {}): string[] {
  return matchesOf({ languages: ['generic'], pattern, options }, text).map(({ start, end }) => text.slice(start, end));
}

it.each([
  ['server_tokens on;', 'http {\n  server_tokens   on ;\n}', ['server_tokens   on ;']],
  ['$K = $K', 'a = a\nb = c', ['a = a']],
  ['a ... d', 'a b\nc d', ['a b\nc d']],
  ['server { ... x; ... }', 'server { y { z; } x; }\nother { x; }', ['server { y { z; } x; }']],
  ['f($...ARGS)', 'f(a, b)', ['f(a, b)']],
  ['a ... b', `a${'\n'.repeat(11)}b`, []],
  ['key: ...', 'key: one two\nnext', ['key: one two']],
])('%s', (pattern, text, expected) => {
  expect(found(pattern, text)).toEqual(expected);
});

it('options', () => {
  expect(found('ABC', 'abc')).toEqual([]);
  expect(found('ABC', 'abc', { generic_caseless: true })).toEqual(['abc']);
  expect(found('a ... b', 'a\nb a b', { generic_ellipsis_max_span: 0 })).toEqual(['a b']);
  expect(found('a b', 'a # c\nb', { generic_comment_style: 'shell' })).toEqual(['a # c\nb']);
  expect(found('$X.y', 'a-b.y', { generic_extra_word_characters: ['-'] })).toEqual(['a-b.y']);
});
