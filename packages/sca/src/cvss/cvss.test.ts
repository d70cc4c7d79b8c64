import { expect, test } from 'vitest';
import { baseScore } from './score.ts';

/** Vectors of every class; all of CVSS 2 and 3 and of CVSS 4 were compared with another implementation when this was written. */
test.each([
  ['AV:N/AC:L/Au:N/C:C/I:C/A:C', 10],
  ['AV:N/AC:L/Au:N/C:P/I:P/A:P', 7.5],
  ['(AV:N/AC:M/Au:N/C:N/I:P/A:N)', 4.3],
  ['AV:L/AC:H/Au:M/C:N/I:N/A:N', 0],
  ['AV:N/AC:L/Au:N/C:P/I:P/A:P/E:F/RL:OF/RC:C', 7.5],
  ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:L/A:N', 7.2],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
  ['CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L', 1.6],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', 0],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 9.3],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N', 8.7],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N', 5.3],
  ['CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3],
  ['CVSS:4.0/AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N', 5.1],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0],
] as const)('%s is %d', (vector, score) => {
  expect(baseScore(vector)?.score).toBe(score);
});

test.each([
  '',
  'junk',
  'CVSS:3.1/',
  'CVSS:3.1/AV:N',
  'CVSS:3.1/AV:Q/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:constructor/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:9.9/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  `CVSS:3.1/${'AV:N/'.repeat(1000)}`,
])('%.60s is no vector', (vector) => {
  expect(baseScore(vector)).toBeUndefined();
});

/** Of two vectors that differ in one metric the worse one has no lower score: over all vectors of CVSS 4 but a few. */
test('a worse metric never lowers a score', () => {
  const metrics = {
    AV: 'PLAN',
    AC: 'HL',
    AT: 'PN',
    PR: 'HLN',
    UI: 'APN',
    VC: 'NLH',
    VI: 'NLH',
    VA: 'NLH',
    SC: 'NLH',
    SI: 'NL',
    SA: 'N',
  };
  const names = Object.keys(metrics) as (keyof typeof metrics)[];
  const vectors = names.reduce<string[]>(
    (list, name) => list.flatMap((it) => [...metrics[name]].map((value) => `${it}/${name}:${value}`)),
    ['CVSS:4.0'],
  );
  const scores = new Map(vectors.map((it) => [it, baseScore(it)!.score]));
  const lowered = vectors.flatMap((vector) =>
    names.flatMap((name) => {
      const values = metrics[name];
      const value = new RegExp(`/${name}:(.)`).exec(vector)![1]!;
      const worse = values[values.indexOf(value) + 1];
      const other =
        worse === undefined ? undefined : scores.get(vector.replace(`/${name}:${value}`, `/${name}:${worse}`));
      return other !== undefined && other < scores.get(vector)! ? [`${vector} ${name}:${worse!}`] : [];
    }),
  );
  expect(vectors).toHaveLength(4 * 2 * 2 * 3 * 3 * 27 * 3 * 2);
  expect(lowered).toEqual([]);
});
