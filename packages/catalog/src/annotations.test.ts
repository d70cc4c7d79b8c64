import { expect, test } from 'vitest';
import { annotationsIn } from './annotations.ts';

const short = (text: string): string[] => annotationsIn(text).map(({ is, rule, line }) => `${is} ${rule} ${line}`);

test('an annotation speaks of the next line that is none', () => {
  expect(short('// ruleid: a\n// ok: b\nx()\n# todook: a\ny()\n')).toEqual(['ruleid a 3', 'ok b 3', 'todook a 5']);
});

test('comments of any language, several rules', () => {
  expect(short('<!-- ruleid: a-b -->\nx\n/* todoruleid:c, d.e */\ny\n-- RULEID: f\nz')).toEqual([
    'ruleid a-b 2',
    'todoruleid c 4',
    'todoruleid d.e 4',
    'ruleid f 6',
  ]);
});

test('code is no annotation, and neither is one with nothing after it', () => {
  expect(short('f({ ok: true });\n// ruleid: a')).toEqual([]);
});
