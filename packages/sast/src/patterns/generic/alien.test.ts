import { describe, expect, it } from 'vitest';
import { matchesOf } from '../../../testing/patterns.ts';

function found(pattern: string, text: string, options: object = {}): string[] {
  const rule = { languages: ['generic'], pattern, options: { generic_engine: 'aliengrep', ...options } };
  return matchesOf(rule, text).map(({ start, end }) => text.slice(start, end));
}

const line = { generic_multiline: false };

describe('aliengrep', () => {
  it.each([
    ['a word', 'port', 'ports port', ['port']],
    ['a metavariable', '$K = $K', 'a = b\nc = c', ['c = c']],
    ['lazily', 'a ... c', 'a b c c\na c', ['a b c', 'a c']],
    ['over lines', 'a ... c', 'a\nb\nc', ['a\nb\nc']],
    ['over brackets as a whole', 'f( ... )', 'f(a, (b), c) )', ['f(a, (b), c)']],
    ['never out of brackets', 'a ... c', '(a) c', []],
    ['to the end of the text', 'a ...', 'b a b\nc', ['a b\nc']],
    ['from the beginning of the text', '... c', 'a\nb c d', ['a\nb c']],
    ['several words', '<script> $...X </script>', '<script>\na.b()\n</script>', ['<script>\na.b()\n</script>']],
    ['templates', '{{ ... }}', '<a>{{ b.c }}{{d}}', ['{{ b.c }}', '{{d}}']],
  ])('%s', (_, pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  it.each([
    ['stays on its line', 'a ... c', 'a b\nc\na c', ['a c']],
    ['needs all on one line', 'a b', 'a\nb\na b', ['a b']],
    ['goes over lines where it says so', 'a .... c', 'a b\nc', ['a b\nc']],
    ['to the end of the line', 'a ...', 'a b\nc', ['a b']],
    ['from the beginning of the line', '... c', 'x\na b c', ['a b c']],
    ['over quotes as a whole', 'a ... c', 'a "c" c', ['a "c" c']],
  ])('a pattern of one line: %s', (_, pattern, text, expected) => {
    expect(found(pattern, text, line)).toEqual(expected);
  });

  it('has options', () => {
    expect(found('CONTENT-TYPE: $X', 'content-type: A', { generic_caseless: true })).toEqual(['content-type: A']);
    expect(found('$X.y', 'a-b.y', { generic_extra_word_characters: ['-'] })).toEqual(['a-b.y']);
    expect(found('a ... c', 'a < c > c', { generic_extra_braces: [['<', '>']] })).toEqual(['a < c > c']);
    expect(found('a ... c', 'a (c', { generic_braces: [] })).toEqual(['a (c']);
  });

  it('binds what it passes over', () => {
    const rule = {
      languages: ['generic'],
      pattern: 'key = $...V;',
      message: '$...V',
      options: { generic_engine: 'aliengrep' },
    };
    expect(matchesOf(rule, 'key = a b.c;').map((it) => it.message)).toEqual(['a b.c']);
  });

  it('ends', () => {
    expect(found('... a ... a ... a ... b', 'a '.repeat(3000))).toEqual([]);
  });
});
