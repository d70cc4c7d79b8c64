import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('packages, edges, what the project asks for; parts of Julia have no version', () => {
  const { value, problems } = readProject({
    'Project.toml': '[deps]\nJSON = "682c"\n[extras]\nTest = "8dfe"\n[compat]\nJSON = "0.21"\n',
    'Manifest.toml': `julia_version = "1.10.0"
manifest_format = "2.0"

[[deps.JSON]]
deps = ["Parsers", "Unicode"]
version = "0.21.4"
[[deps.Mine]]
repo-rev = "0c0990399270277832fbb5b91a1fa118e6f63dba"
repo-url = "https://host.example/Mine.jl"
version = "0.2.0"
[[deps.Parsers]]
version = "2.8.1"
[[deps.Unicode]]
uuid = "4ec0"
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '4 JSON@0.21.4 direct runtime',
    '7 Mine@0.2.0 git transitive runtime',
    '11 Parsers@2.8.1 transitive runtime',
  ]);
  expect(edges(value[0]!)).toBe('JSON → Parsers@2.8.1');
  expect(value[0]!.requested).toBe('0.21');
});

test('format 1 has the packages at the top', () => {
  expect(readProject({ 'Manifest.toml': '[[JSON]]\nversion = "0.20.0"\n' }).value.map(short)).toEqual([
    '1 JSON@0.20.0 direct runtime',
  ]);
});

test('a manifest without packages', () => {
  const text = '# This file is machine-generated - editing it directly is not advised\n\n';
  expect(readProject({ 'Manifest.toml': text })).toEqual({ value: [], problems: [] });
});
