import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const pins = [
  {
    identity: 'nio',
    kind: 'remoteSourceControl',
    location: 'https://host.example/apple/nio.git',
    state: { revision: '00', version: '1.0.0' },
  },
  {
    identity: 'log',
    kind: 'remoteSourceControl',
    location: 'git@host.example:apple/log.git',
    state: { branch: 'main', revision: '00' },
  },
  { identity: 'scope.name', kind: 'registry', location: '', state: { version: '2.0.0' } },
  { identity: 'near', kind: 'localSourceControl', location: '/home/me/near', state: { version: '3.0.0' } },
];

test('2 and 3: names are host and path of repositories', () => {
  const { value, problems } = readProject({ 'Package.resolved': JSON.stringify({ pins, version: 2 }, undefined, 2) });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '3 host.example/apple/nio@1.0.0 direct runtime',
    '12 host.example/apple/log@ git direct runtime',
    '21 scope.name@2.0.0 direct runtime',
    '29 /home/me/near@3.0.0 file direct runtime',
  ]);
});

test('1: pins one level deeper; direct with Package.swift', () => {
  const old = {
    object: {
      pins: [
        { package: 'Nio', repositoryURL: 'https://host.example/apple/nio.git', state: { version: '1.0.0' } },
        { package: 'Odd', state: {} },
      ],
    },
    version: 1,
  };
  const { value, problems } = readProject({
    'Package.resolved': JSON.stringify(old, undefined, 2),
    'Package.swift': '.package(url: "https://host.example/apple/log", from: "1.0.0")',
  });
  expect(value.map((it) => `${it.purl} ${it.direct}`)).toEqual(['pkg:swift/host.example/apple/nio@1.0.0 false']);
  expect(problems.map((it) => [it.line, it.code])).toEqual([[11, 'parse-error']]);
});
