import type { Finding, Report } from '@plumbline/core';
import { expect, test } from 'vitest';
import { empty, library, range, report } from '../../../testing/report.ts';
import { textReport, type TextOptions } from './text.ts';

const text = (of: Partial<Report>, more: Partial<TextOptions> = {}): string =>
  textReport(
    { ...empty, packages: report.packages, ...of },
    { root: '/', cwd: '/', color: false, columns: 100, ...more },
  );

const about = (rule: string, score: number | undefined, more: Partial<Finding['package']> = {}): Finding => {
  const { risk: _, ...rest } = library;
  return {
    ...rest,
    rule,
    title: `About ${rule}`,
    ...(score === undefined ? {} : { risk: { score, factors: [] } }),
    package: { ...library.package!, ...more },
  };
};

test('one block a package: the most urgent first, the version that ends most', () => {
  const upgrade = { version: '4.17.23', ends: 3, leaves: 0 };
  const other = { id: 'b', purl: 'pkg:npm/b@1', fixedIn: [] };
  const none = 'No version of `b` without this vulnerability is known.';
  const findings = [
    { ...about('CVE-5', 60, { ...other, kev: { added: '2026-01-01', ransomware: false } }), recommendation: none },
    about('CVE-1', 0.4, { upgrade }),
    about('CVE-4', undefined, { upgrade }),
    { ...about('CVE-22', 7.25, { upgrade }), recommendation: 'Update `lodash` from `4.17.20` to `4.17.23` or later.' },
  ];
  const via = [{ ...report.packages[0]!, id: 'top', name: 'top' }, report.packages[0]!];
  const known = findings.map((it): Finding => ({
    ...it,
    evidence: [{ is: 'declared', location: it.location, direct: false, via: ['top', it.package!.id] }],
  }));
  expect(`\n${text({ findings: known, packages: via })}`).toMatchInlineSnapshot(`
    "
    Vulnerable libraries
      high      pkg:npm/b@1, no fix yet                        risk 60.0 · attacked now (KEV) · EPSS 1 %
        package-lock.json:7  top > b
        high      CVE-5  About CVE-5
        Fix  No version of b without this vulnerability is known.

      high      lodash 4.17.20 → 4.17.23                                             risk 7.3 · EPSS 1 %
        package-lock.json:7  top > lodash
        high      CVE-22  About CVE-22
        high      CVE-1   About CVE-1
        high      CVE-4   About CVE-4
        Fix  Update lodash from 4.17.20 to 4.17.23 or later, by updating top or by an override (plumb
             fix). That ends all 3.

    4 findings: 4 high
    4 files · 1,234 lines · 2 rules · 2 packages of 1 manifest · 1 advisory
    Newer versions end 3 of 4 in libraries (plumb fix)
    "
  `);
});

test('how far the code leads there, and no more advisories than a person reads at once', () => {
  const reached: Finding['evidence'] = [
    {
      is: 'reached',
      rung: 'called',
      message: '',
      location: range('src/a.js', 3, 1, 5),
      symbol: 'lodash.template',
      path: ['handler', 'page'].map((it) => ({ function: it, location: range('src/a.js', 1, 1, 2) })),
    },
  ];
  const findings = Array.from({ length: 9 }, (_, at) => ({ ...about(`CVE-${at}`, 10 - at), evidence: reached }));
  const shown = text({ findings });
  expect(shown).toContain('    called lodash.template by handler > page, src/a.js:3\n');
  expect(shown).toContain('CVE-5  About CVE-5\n    and 3 more; --verbose lists them\n');
  expect(text({ findings }, { verbose: true })).toContain('CVE-8  About CVE-8\n');
});
