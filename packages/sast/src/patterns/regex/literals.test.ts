import { expect, test } from 'vitest';
import { literalsOf } from './literals.ts';

test.each([
  ['\\bcatch\\s*\\{', '', [['catch']]],
  ['new [\\w.]*(?:Exception|Error)\\(', '', [['Error', 'Exception'], ['new ']]],
  ['(?:ab|c)d', '', []],
  ['(?:one|two)?three+', '', [['thre']]],
  ['(?:one|two)+', '', [['one', 'two']]],
  ['a\\bb(?=cd)', '', [['ab']]],
  ['foo\\.bar|BAZ', 'i', [['baz', 'foo.bar']]],
  ['task', 'iu', [['ta']]],
  ['\\w+\\d\\n', '', []],
  ['[ab]c.d', '', []],
])('%s with %s has one of each of %j', (source, flags, expected) => {
  expect(literalsOf(source, flags).map((it) => [...it].sort())).toEqual(expected);
});
