import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `// swift-tools-version:5.9
let package = Package(
  name: "App",
  dependencies: [
    .package(url: "https://host.example/o/nio.git", from: "2.0.0"),
    .package(url: "https://host.example/o/log", exact: "1.5.3"),
    .package(name: "Old", url: "git@host.example:o/old.git", .exact("0.9.0")),
    .package(
      url: "https://host.example/o/fork.git",
      revision: "0c0990399270277832fbb5b91a1fa118e6f63dba"
    ),
    // .package(url: "https://host.example/o/no", from: "1.0.0"),
    .package(id: "mona.LinkedList", .upToNextMajor(from: "1.1.0")),
    .package(path: "../Local"),
  ]
)
`;

test('repositories, identities and folders; a range is no version', () => {
  const { value } = readProject({ 'Package.swift': text });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '5 host.example/o/nio@ direct runtime from: "2.0.0"',
    '6 host.example/o/log@1.5.3 direct runtime exact: "1.5.3"',
    '7 host.example/o/old@0.9.0 direct runtime .exact("0.9.0")',
    '8 host.example/o/fork@ git direct runtime revision: "0c0990399270277832fbb5b91a1fa118e6f63dba"',
    '13 mona.LinkedList@ direct runtime .upToNextMajor(from: "1.1.0")',
    '14 Local@ file direct runtime ',
  ]);
  expect(value[3]!.source?.commit).toBe('0c0990399270277832fbb5b91a1fa118e6f63dba');
});

test('the lock file goes before it', () => {
  expect(readProject({ 'Package.swift': text, 'Package.resolved': '{"version":2,"pins":[]}' }).value).toEqual([]);
});
