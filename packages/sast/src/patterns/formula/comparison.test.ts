import { describe, expect, it } from 'vitest';
import { createEngine, readRule } from '../index.ts';
import { front } from '../../../testing/patterns.ts';

/** Whether a rule with this comparison finds `f(...)` in a line of Python. */
function holds(comparison: string, argument: string, keys: object = {}): boolean {
  const condition = { 'metavariable-comparison': { metavariable: '$X', comparison, ...keys } };
  const { rule, faults } = readRule(
    { id: 'r', message: 'm', severity: 'INFO', languages: ['python'], patterns: [{ pattern: 'f($X)' }, condition] },
    () => ({ line: 1, column: 1 }),
  );
  if (!rule) throw new Error(JSON.stringify(faults));
  const text = `f(${argument})\n`;
  const engine = createEngine([rule], front, { today: '2026-03-01' });
  return engine.match({ path: 'a.py', text, language: { name: 'python', grammar: 'python' } }).matches.length > 0;
}

describe('a comparison', () => {
  it.each([
    ['$X > 4', '5', true],
    ['$X > 4', '2 + 2', false],
    ['1 < $X < 5', '3', true],
    ['1 < $X < 5', '7', false],
    ['(1 < $X) == True', '7', true],
    ['int($X) == 8', '"8"', true],
    ['int($X, 16) == 255', '"0xff"', true],
    ['float($X) < 1', '"0.5"', true],
    ['str($X) == "5"', '5', true],
    ['len($X) == 3', '"abc"', true],
    ['lower($X) == "abc"', '"ABC"', true],
    ['upper($X) in ["ABC", "D"]', '"abc"', true],
    ['$X not in [1, 2]', '3', true],
    ['re.match("a+$", $X)', '"aaa"', true],
    ['re.match("a+$", $X)', '"baa"', false],
    ['strptime($X) < today()', '"2026-02-28"', true],
    ['strptime($X) < today()', '"2026-03-01"', false],
    ['strptime($X) < today()', '"no date"', false],
    ['today() - strptime($X) > 86400', '"2026-02-01"', true],
    ['$X % 2 == 1 and not $X == 3', '5', true],
    ['abs($X) // 2 == 2', '-5', true],
    ['$X ** 2 == 16 or $X == 1', '4', true],
    ['$X != 0', 'None', false],
    ['$X > 1', '"2"', false],
    ['$X == $Y', '1', false],
  ])('%s of %s', (comparison, argument, expected) => {
    expect(holds(comparison, argument)).toBe(expected);
  });

  it('converts by base and strip', () => {
    expect(holds('$X == 493', '"755"', { base: 8, strip: true })).toBe(true);
    expect(holds('$X == 755', '"755"', { strip: true })).toBe(true);
  });
});
