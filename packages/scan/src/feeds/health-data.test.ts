import { expect, test } from 'vitest';
import { packLifecycles, packScorecards, unpackLifecycles, unpackScorecards } from './health-data.ts';

test('of endoflife.date what is needed is kept', () => {
  const release = {
    name: '3.8',
    codename: null,
    isLts: false,
    isEol: true,
    eolFrom: '2024-10-07',
    isMaintained: false,
    latest: { name: '3.8.20', link: 'https://example.com' },
    custom: null,
  };
  const product = {
    name: 'python',
    label: 'Python',
    category: 'lang',
    aliases: ['py'],
    tags: ['x'],
    links: {},
    identifiers: [
      { type: 'purl', id: 'pkg:docker/library/python' },
      { type: 'cpe', id: 'cpe:x' },
    ],
    releases: [release, 5, {}],
  };
  const packed = packLifecycles({ schema_version: '1.2.1', result: [product, 'text', { name: 5 }] })!;
  expect([packed.records, packed.bytes.toString()]).toEqual([
    1,
    JSON.stringify([
      {
        name: 'python',
        label: 'Python',
        category: 'lang',
        aliases: ['py'],
        identifiers: [{ type: 'purl', id: 'pkg:docker/library/python' }],
        releases: [{ name: '3.8', isLts: false, isEol: true, eolFrom: '2024-10-07', latest: { name: '3.8.20' } }],
      },
    ]),
  ]);
  const lifecycles = unpackLifecycles(packed.bytes);
  const python = lifecycles.ofPackage('docker', 'library/python');
  expect(lifecycles.named('py')).toBe(python);
  expect(python?.cycles[0]).toMatchObject({ name: '3.8', ends: '2024-10-07', latest: '3.8.20' });
  expect([packLifecycles({ result: [] }), packLifecycles(undefined), packLifecycles([])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('scorecards are found among many', () => {
  const line = (name: string, score: number, more: object = {}): string =>
    JSON.stringify({ date: '2026-01-05T12:00:00Z', repo: { name }, score, ...more });
  const names = Array.from({ length: 500 }, (_, at) => `github.com/a/n${at * 7}`);
  const archived = { checks: [{ name: 'Maintained', score: 0, reason: 'project is archived' }] };
  const quiet = { checks: [{ name: 'Maintained', score: 0, reason: '0 commit(s) in the last 90 days' }, 5] };
  const lines = [
    ...names.map((name, at) => line(name, at / 100)),
    line('github.com/A/B', 3.5, archived),
    line('github.com/a/b-c', 4, quiet),
    line('github.com/z/unscored', -1),
    'no JSON',
  ];
  const packed = packScorecards(lines.join('\n'))!;
  expect(packed.records).toBe(502);
  const find = unpackScorecards(packed.bytes);
  expect(find('github.com/a/b')).toEqual({ score: 3.5, date: '2026-01-05', isArchived: true });
  expect(find('github.com/a/b-c')).toEqual({ score: 4, date: '2026-01-05', isArchived: false });
  expect(names.map((it) => find(it)?.score)).toEqual(names.map((_, at) => at / 100));
  const missing = ['github.com/z/unscored', 'github.com/a/n', 'github.com/a/n1', 'github.com', 'zzz', ''];
  expect(missing.map((it) => find(it))).toEqual(missing.map(() => undefined));
  expect(packScorecards('no JSON')).toBeUndefined();
});
