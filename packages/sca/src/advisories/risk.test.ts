import { expect, test } from 'vitest';
import { riskOf, type Circumstances } from './risk.ts';

const bad: Circumstances = {
  rated: { by: 'cvss', name: 'CVSS 3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
  texts: [{ exploit: undefined }],
  attacks: [{ epss: { probability: 0.5, percentile: 0.98 } }],
  malicious: false,
  evidence: [{ is: 'declared' }],
  scopes: ['runtime'],
  exposure: undefined,
};
const score = (more: Partial<Circumstances>): number => riskOf({ ...bad, ...more }).score;

test('a risk is the product of its factors, each with its reason', () => {
  expect(riskOf(bad)).toEqual({
    score: 29.4,
    factors: [
      { name: 'impact', value: 0.98, from: 'CVSS 3.1 base score 9.8' },
      { name: 'likelihood', value: 0.5, from: 'EPSS 0.5 (above 98.0 % of all)' },
      { name: 'reach', value: 0.6, from: 'declared; whether it is used is not known' },
      { name: 'scope', value: 1, from: 'for runtime' },
      { name: 'exposure', value: 1, from: 'who reaches the program is not known' },
    ],
  });
});

test('likelihood: the most telling of EPSS, KEV and published exploits', () => {
  const kev = { added: '2021-12-10', ransomware: true };
  expect(score({ attacks: [{ kev }] })).toBe(52.9);
  expect(score({ attacks: [{ kev, epss: { probability: 0.97, percentile: 1 } }] })).toBe(57);
  expect(score({ attacks: [], texts: [{ exploit: 'https://example.com/poc' }] })).toBe(29.4);
  const [, likelihood] = riskOf({ ...bad, attacks: [{ kev }], texts: [{ exploit: 'https://e.example' }] }).factors;
  expect(likelihood).toEqual({
    name: 'likelihood',
    value: 0.9,
    from: 'known to be exploited since 2021-12-10 (CISA KEV); a way to exploit it is published (https://e.example); EPSS does not know it; its mean is taken',
  });
});

test('what is not known is never zero, and what is little stays above nothing', () => {
  expect(score({ attacks: [] })).toBe(1.8);
  expect(score({ rated: { by: 'nobody' } })).toBe(15);
  expect(score({ scopes: [] })).toBe(29.4);
  expect(score({ attacks: [{ epss: { probability: 0.00001, percentile: 0 } }] })).toBe(0.1);
  expect(score({ rated: { by: 'cvss', name: 'CVSS 3.1', vector: '', score: 0 } })).toBe(0);
});

test('context: the highest rung, the most serious scope, who reaches it', () => {
  expect(score({ evidence: [{ is: 'declared' }, { is: 'loaded' }] })).toBe(49);
  expect(score({ evidence: [{ is: 'request' }] })).toBe(58.8);
  expect(score({ scopes: ['test', 'development'] })).toBe(8.8);
  expect(score({ scopes: ['test', 'runtime'] })).toBe(29.4);
  expect(score({ exposure: 'internet' })).toBe(32.3);
  expect(score({ exposure: 'internal' })).toBe(26.5);
  expect(score({ rated: { by: 'word', word: 'HIGH', severity: 'high' } })).toBe(24);
});

test('nothing is above a hundred, and malice is a hundred whatever stands around it', () => {
  const epss = { probability: 1, percentile: 1 };
  expect(score({ attacks: [{ epss }], evidence: [{ is: 'request' }], exposure: 'internet' })).toBe(100);
  expect(score({ malicious: true, scopes: ['test'], attacks: [] })).toBe(100);
});
