import { describe, expect, it } from 'vitest';
import { front } from '../../../testing/patterns.ts';
import { printTree } from '../../tree/print.ts';
import { dialectOf, dialects } from './dialects/index.ts';
import { compilePattern, Op } from './pattern.ts';

/** Kinds of a pattern's roots; `?` for what is a placeholder, `…` for what goes on. */
function shape(language: string, text: string): string {
  const pattern = compilePattern(dialectOf(language)!, text, front);
  if (pattern.is === 'fault') return `fault: ${pattern.text}`;
  const lines = printTree(pattern.tree).split('\n');
  const roots = pattern.roots.map((it) => {
    const kind = lines[it]!.trim()
      .replace(/^\w+: /, '')
      .split(' ')[0]!;
    return pattern.ops[it] === Op.plain ? kind : '?';
  });
  return roots.join(' ') + (pattern.partial ? ' …' : '');
}

describe('patterns that parse cleanly, and into the right tree', () => {
  it.each([
    ['javascript', '$X = foo(...)', 'Assign'],
    ['javascript', 'key: $V', 'Pair'],
    ['javascript', '{a: 1, ...}', 'Dict'],
    ['javascript', 'if ($X)', 'If …'],
    ['javascript', 'function f(...)', 'FuncDef'],
    ['javascript', 'import $X from $Y', 'Import'],
    ['javascript', '...\nfoo()', '? Call'],
    ['javascript', '@dec(...)', 'Decorator'],
    ['javascript', 'static foo(...) { ... }', 'FuncDef'],
    ['typescript', '($X: string).f()', 'Call'],
    ['python', 'f($X: int)', 'Call'],
    ['python', 'except $E: ...', 'Catch'],
    ['python', '{..., "a": $X, ...}', 'Dict'],
    ['java', '(String $X) = f();', 'Assign'],
    ['java', '...\nfoo(...);', '? Call'],
    ['java', 'public $T $F(..., String $P, ...) { ... }', 'FuncDef'],
    ['java', '@Ann(...) class $C { ... }', 'ClassDef'],
    ['go', 'func $F(...) { ... }', 'FuncDef'],
    ['go', 'Key: $V', 'Pair'],
    ['go', 'import (\n  ...\n  "x"\n)', '? Import'],
    ['json', '"a": $X, "b": 1', 'Dict'],
    ['yaml', 'a: $X', 'Pair'],
    ['yaml', '...\na: $X', 'Dict'],
    ['yaml', '- ...\n- a', 'Array'],
  ])('%s: %s', (language, text, expected) => {
    expect(shape(language, text)).toBe(expected);
  });
});

it('a pattern that is none shows what was tried', () => {
  expect(shape('javascript', 'f(')).toMatch(/^fault: .*f\(/);
});

it('every dialect compiles a metavariable and an ellipsis', () => {
  for (const { languages } of dialects) {
    expect(shape(languages[0]!, '$X')).toBe('?');
    expect(shape(languages[0]!, '...')).toBe('?');
  }
});
