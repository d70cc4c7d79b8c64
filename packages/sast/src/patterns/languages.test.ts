import { expect, test } from 'vitest';
import { linesFound } from '../../testing/patterns.ts';

const cases: readonly (readonly [language: string, pattern: string, text: string, lines: readonly number[]])[] = [
  ['toml', '[tool.x]\n...\nverify = false', '[tool.x]\na = 1\nverify = false\n[b]\nverify = false\n', [1]],
  ['toml', 'url = $X', 'url = "a"\nother = 1\n', [1]],
  ['xml', '<a b="$X"/>', '<r>\n<a b="1"/>\n<a c="1"/>\n</r>', [2]],
  ['xml', '<a>\n<b/>\n...\n</a>', '<r>\n<a><b/><c/></a>\n<a><c/></a>\n</r>', [2]],
  ['xml', 'b="1"', '<r>\n<a c="2"\n  <!-- d -->\n  b="1"/>\n</r>', [4]],
  ['apex', 'insert $X;', 'class A { void f() {\nfor (Integer i : xs) { insert i; }\nupdate y;\n} }', [2]],
  [
    'apex',
    'Blob $IV = Blob.valueOf(...);...f($IV);',
    'class A { void g() {\nBlob b = Blob.valueOf(x);\ny();\nf(b);\n} }',
    [2],
  ],
  ['swift', '$X.write(..., atomically: false, ...)', 'a.write(to: b, atomically: false)\na.write(to: b)\n', [1]],
  ['swift', 'if let $X = $Y { ... }', 'if let a = b { c() }\nif a { c() }\n', [1]],
  [
    'dart',
    'Process.run($CMD, ..., runInShell: true)',
    'f() {\nProcess.run(a, b, runInShell: true);\nProcess.run(a, b);\n}',
    [2],
  ],
  ['dart', '$X..save()', 'f() {\na..b()..save();\na.load();\n}', [2]],
  [
    'solidity',
    '$A / $B.supply()',
    'contract C { function f() public {\nx = a / b.supply();\nx = (a / b).supply();\n} }',
    [2],
  ],
  [
    'solidity',
    'function $F(...) public $M { ... }',
    'contract C {\nfunction a() public only { }\nfunction b() public { }\n}',
    [2],
  ],
  [
    'elixir',
    'def $F(...) do\n  ...\nend',
    'defmodule A do\n  def a(0), do: 1\n  def a(x), do: x\n  defp b, do: 2\nend\n',
    [2, 4],
  ],
];

test.each(cases)('%s: %s', (language, pattern, text, lines) => {
  expect(linesFound({ languages: [language], pattern }, text)).toEqual(lines);
});

test('children of XML may be in any order', () => {
  const rule = { languages: ['xml'], pattern: '<a>\n<b/>\n<c/>\n</a>', options: { xml_children_ordered: false } };
  expect(linesFound(rule, '<r>\n<a><c/><b/></a>\n<a><c/></a>\n</r>')).toEqual([2]);
});
