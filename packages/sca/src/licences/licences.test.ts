import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import {
  classOf,
  declared,
  judge,
  licenceOf,
  overrideFor,
  parseExpression,
  readLicenceTexts,
  tagsIn,
  written,
} from './index.ts';
import type { LicencePolicy } from './policy.ts';

const texts = readLicenceTexts(readFileSync(new URL('../../data/licenses.bin', import.meta.url)));
const full = createRequire(import.meta.url)('spdx-license-list/full') as Record<string, { licenseText: string }>;

test.each([
  ['MIT', 'MIT'],
  ['(MIT OR Apache-2.0)', 'MIT OR Apache-2.0'],
  ['MIT AND (LGPL-2.1-or-later OR BSD-3-Clause)', 'MIT AND (LGPL-2.1-or-later OR BSD-3-Clause)'],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0'],
  ['GPL-2.0+', 'GPL-2.0+'],
  ['LicenseRef-ours', 'LicenseRef-ours'],
  ['Apache 2.0', undefined],
  ['', undefined],
  ['('.repeat(5000), undefined],
])('the expression %s', (text, expected) => {
  const expression = parseExpression(text);
  expect(expression && written(expression)).toBe(expected);
});

test.each([
  [['MIT'], 'MIT', true],
  [['The MIT License (MIT)'], 'MIT', false],
  [['Apache License, Version 2.0'], 'Apache-2.0', false],
  [['The Apache Software License, Version 2.0'], 'Apache-2.0', false],
  [['Eclipse Public License - v 2.0'], 'EPL-2.0', false],
  [['GNU General Public License v2 or later (GPLv2+)'], 'GPL-2.0-or-later', false],
  [['3-Clause BSD License'], 'BSD-3-Clause', false],
  [['MIT/Apache-2.0'], 'MIT OR Apache-2.0', false],
  [['MIT', 'Apache-2.0'], 'MIT AND Apache-2.0', true],
  [['BSD'], undefined, undefined],
  [['Public Domain'], undefined, undefined],
  [[], undefined, undefined],
  [['https://www.apache.org/licenses/LICENSE-2.0.txt'], 'Apache-2.0', false],
  [
    ['https://www.eclipse.org/legal/epl-v20.html, https://www.gnu.org/licenses/old-licenses/lgpl-2.1.html'],
    'EPL-2.0 OR LGPL-2.1-only',
    false,
  ],
])('what metadata says: %j', (names, expected, sure) => {
  const found = declared(names);
  expect([found && written(found.expression), found?.sure]).toEqual([expected, sure]);
});

test.each([
  ['MIT', undefined, 'permissive'],
  ['0BSD', undefined, 'public-domain'],
  ['MPL-2.0', undefined, 'weak-copyleft'],
  ['GPL-3.0-only', undefined, 'strong-copyleft'],
  ['GPL-2.0-only', 'Classpath-exception-2.0', 'weak-copyleft'],
  ['AGPL-3.0-or-later', undefined, 'network-copyleft'],
  ['CC-BY-NC-4.0', undefined, 'non-commercial'],
  ['SSPL-1.0', undefined, 'source-available'],
  ['LicenseRef-ours', undefined, 'unknown'],
])('%s with %s is %s', (id, exception, expected) => {
  expect(classOf(id, exception)).toBe(expected);
});

describe('texts', () => {
  test.each(['MIT', 'Apache-2.0', 'BSD-3-Clause', 'GPL-3.0-only', 'AGPL-3.0-only', 'MPL-2.0', 'ISC', 'Unlicense'])(
    'the text of %s, wrapped otherwise and with a name in it',
    (id) => {
      const paragraphs = full[id]!.licenseText.split(/\n\s*\n/).map((it) => it.replaceAll(/\s+/g, ' '));
      const text = paragraphs.join('\r\n\r\n').replaceAll(/(.{60}\S*) /g, '$1\r\n');
      const found = licenceOf(`Copyright (c) 2026 Ann <ann@example.org>\n\n${text}`, texts);
      expect(found).toMatchObject({ id, sure: true });
    },
  );

  test('a part of a licence is not sure', () => {
    const text = full['MIT']!.licenseText.split('THE SOFTWARE IS')[0]!;
    expect(licenceOf(text, texts)?.sure ?? false).toBe(false);
  });

  test('prose is no licence', () => {
    expect(licenceOf('This is how you install it. '.repeat(100), texts)).toBeUndefined();
    expect(licenceOf('', texts)).toBeUndefined();
  });

  test('SPDX tags of a file', () => {
    const text = '// SPDX-License-Identifier: MIT OR Apache-2.0\n/* SPDX-License-Identifier: ISC */\n';
    expect(tagsIn(text)).toEqual(['MIT OR Apache-2.0', 'ISC']);
  });
});

describe('policy', () => {
  const policy: LicencePolicy = {
    otherwise: 'review',
    rules: [
      { verdict: 'allow', packages: ['pkg:npm/ours-*'], reason: 'our own', until: '2026-06-30' },
      { verdict: 'allow', licences: ['class:strong-copyleft'], scopes: ['development'] },
      { verdict: 'deny', licences: ['class:network-copyleft', 'GPL-*'], reason: 'we ship binaries' },
      { verdict: 'deny', licences: ['class:weak-copyleft'], linkage: 'static' },
      { verdict: 'allow', licences: ['class:permissive', 'class:weak-copyleft'] },
      { verdict: 'deny', licences: ['class:unknown'] },
    ],
    overrides: [{ package: 'pkg:npm/odd@1.0.0', licence: parseExpression('MIT')!, reason: 'asked the author' }],
  };
  const npm = { purl: 'pkg:npm/a@1.0.0', scopes: ['runtime'], ecosystem: 'npm' } as const;
  const verdict = (it: Parameters<typeof judge>[0], text: string, today = '2026-01-01'): string =>
    judge(it, parseExpression(text), policy, today).verdict;

  test('the first rule that fits counts', () => {
    expect(judge(npm, parseExpression('GPL-3.0-only'), policy, '2026-01-01')).toEqual({
      verdict: 'deny',
      because: 'GPL-3.0-only: we ship binaries',
    });
    expect(verdict(npm, 'MIT')).toBe('allow');
    expect(verdict(npm, 'CC-BY-NC-4.0')).toBe('review');
    expect(verdict(npm, '')).toBe('deny');
  });

  test('of alternatives the best, of what holds together the worst', () => {
    expect(verdict(npm, 'MIT OR GPL-3.0-only')).toBe('allow');
    expect(verdict(npm, 'MIT AND GPL-3.0-only')).toBe('deny');
    expect(verdict(npm, 'MIT AND (GPL-3.0-only OR CC-BY-NC-4.0)')).toBe('review');
  });

  test('by scope, by linkage, by package, and until a day', () => {
    expect(verdict({ ...npm, scopes: ['development'] }, 'GPL-3.0-only')).toBe('allow');
    expect(verdict(npm, 'MPL-2.0')).toBe('allow');
    expect(verdict({ ...npm, ecosystem: 'cargo' }, 'MPL-2.0')).toBe('deny');
    const ours = { ...npm, purl: 'pkg:npm/ours-x@2.0.0' };
    expect([verdict(ours, 'GPL-3.0-only'), verdict(ours, 'GPL-3.0-only', '2026-07-01')]).toEqual(['allow', 'deny']);
  });

  test('a package whose licence is known better', () => {
    expect(overrideFor({ purl: 'pkg:npm/odd@1.0.0' }, policy, '2026-01-01')?.reason).toBe('asked the author');
    expect(overrideFor({ purl: 'pkg:npm/odd@1.0.1' }, policy, '2026-01-01')).toBeUndefined();
  });
});
