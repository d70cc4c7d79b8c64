import { describe, expect, it } from 'vitest';
import type { Finding } from '@plumbline/core';
import { judge, type Gate } from './index.ts';

const gate: Gate = { severity: 'high', unsure: false, fixable: false };

describe('a gate', () => {
  it('hears what is bad enough and not suppressed', () => {
    const findings = [finding({}), finding({ severity: 'medium' }), finding({ suppressions: [{ by: 'comment' }] })];
    expect(judge({ findings }, gate)).toEqual({ failing: 1, unsure: 0, unfixable: 0 });
    expect(judge({ findings }, { ...gate, severity: 'medium' }).failing).toBe(2);
    expect(judge({ findings }, { ...gate, severity: 'none' }).failing).toBe(0);
  });

  it('lets through what is of low confidence unless it is asked not to', () => {
    const findings = [finding({ confidence: 'low' }), finding({ confidence: 'medium' })];
    expect(judge({ findings }, gate)).toEqual({ failing: 1, unsure: 1, unfixable: 0 });
    expect(judge({ findings }, { ...gate, unsure: true })).toEqual({ failing: 2, unsure: 0, unfixable: 0 });
  });

  it('can let through libraries of which no version is better', () => {
    const library = { id: 'a', purl: 'pkg:npm/a@1', advisory: 'CVE-2020-1', aliases: [] };
    const findings = [
      finding({ kind: 'library', package: { ...library, fixedIn: [] } }),
      finding({ kind: 'library', package: { ...library, fixedIn: ['2.0.0'] } }),
      finding({}),
    ];
    expect(judge({ findings }, gate)).toEqual({ failing: 3, unsure: 0, unfixable: 0 });
    expect(judge({ findings }, { ...gate, fixable: true })).toEqual({ failing: 2, unsure: 0, unfixable: 1 });
  });
});

function finding(it: Partial<Finding>): Finding {
  return {
    kind: 'code',
    rule: 'sql-injection',
    title: 'SQL injection',
    message: '',
    severity: 'high',
    confidence: 'high',
    cwe: [],
    owasp: [],
    location: { file: 'a.js', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    evidence: [],
    fingerprints: [],
    references: [],
    fixes: [],
    suppressions: [],
    ...it,
  };
}
