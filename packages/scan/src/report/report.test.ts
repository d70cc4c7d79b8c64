import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Report, type Finding } from '@plumbline/core';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import Values from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { jsonReport } from './json.ts';
import { sarifReport } from './sarif/sarif.ts';
import { code, empty, hash, injection, range, report } from '../../testing/report.ts';

test('json is the report itself', () => {
  const written: unknown = JSON.parse(jsonReport(report));
  expect(written).toEqual(report);
  expect(Values.Check(Report, written)).toBe(true);
});

/** The parts of a log that the tests look into. */
interface Place {
  readonly physicalLocation: { readonly artifactLocation: object; readonly region: { readonly startLine: number } };
  readonly message: { readonly text: string };
}
interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly rules: readonly {
            readonly id: string;
            readonly defaultConfiguration: { readonly level: string };
            readonly properties: object;
          }[];
        };
      };
      readonly results: readonly {
        readonly locations: readonly [Place];
        readonly suppressions?: readonly object[];
        readonly codeFlows: readonly [
          { readonly threadFlows: readonly [{ readonly locations: readonly { readonly location: Place }[] }] },
        ];
        readonly fixes: readonly [{ readonly artifactChanges: readonly object[] }];
      }[];
      readonly invocations: readonly [
        { readonly toolExecutionNotifications: readonly { readonly descriptor: { readonly id: string } }[] },
      ];
    },
  ];
}
type Result = Log['runs'][0]['results'][number];

describe('sarif', () => {
  const validate = schemaOfSarif();
  const written = (of: Report): Log => JSON.parse(sarifReport(of)) as Log;

  test('rules have their page as help, and its address', () => {
    const log = sarifReport(report, {
      text: (rule) => (rule === 'sql-injection' ? '# The page' : undefined),
      address: (rule) => `https://example.org/${rule}.md`,
    });
    const [rule] = (JSON.parse(log) as Log).runs[0].tool.driver.rules.filter((it) => it.id === 'sql-injection');
    expect(rule).toMatchObject({ help: { markdown: '# The page' }, helpUri: 'https://example.org/sql-injection.md' });
  });

  test('what is not about security has no security severity', () => {
    const [rule] = written({ ...empty, findings: [{ ...hash, category: 'performance' }] }).runs[0].tool.driver.rules;
    expect(rule?.properties).toMatchObject({
      tags: ['performance', 'external/cwe/cwe-328', 'external/owasp/a03-2021'],
    });
    expect(rule?.properties).not.toHaveProperty('security-severity');
  });

  test.each([
    ['a report', report],
    ['an empty report', empty],
    ['a report of strange things', strange()],
  ])('%s fits the official schema', (_, of) => {
    validate(written(of));
    expect(validate.errors).toBeNull();
  });

  test('the schema is really asked', () => {
    expect(
      validate({
        version: '2.1.0',
        runs: [{ tool: { driver: { name: '' } }, results: [{ message: {}, level: 'bad' }] }],
      }),
    ).toBe(false);
  });

  test('rules, results and their places', () => {
    const [run] = written(report).runs;
    expect(run.tool.driver.rules.map((it) => [it.id, it.defaultConfiguration.level, it.properties])).toEqual([
      [
        'CVE-2021-23337',
        'error',
        {
          tags: ['security', 'dependency', 'external/cwe/cwe-328', 'external/owasp/a03-2021'],
          precision: 'very-high',
          'problem.severity': 'error',
          'security-severity': '7.2',
        },
      ],
      [
        'sql-injection',
        'error',
        {
          tags: ['security', 'external/cwe/cwe-089', 'external/owasp/a03-2021'],
          precision: 'high',
          'problem.severity': 'error',
          'security-severity': '9.5',
        },
      ],
      [
        'weak-hash',
        'warning',
        {
          tags: ['security', 'external/cwe/cwe-328', 'external/owasp/a03-2021'],
          precision: 'medium',
          'problem.severity': 'warning',
          'security-severity': '5.5',
        },
      ],
    ]);
    const [lodash, md5, sql] = run.results as [Result, Result, Result];
    expect(lodash.locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'package-lock.json',
      uriBaseId: '%SRCROOT%',
    });
    expect(md5.suppressions).toMatchObject([{ kind: 'inSource', status: 'accepted', justification: 'a cache key' }]);
    expect(sql).toMatchObject({
      ruleId: 'sql-injection',
      ruleIndex: 1,
      level: 'error',
      partialFingerprints: { 'plumbline/match/v1': 'aa', 'plumbline/line/v1': 'bb' },
    });
    expect(sql.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'src/db%20access.js', uriBaseId: '%SRCROOT%' },
      region: {
        startLine: 13,
        startColumn: 11,
        endLine: 13,
        endColumn: 48,
        snippet: { text: '`SELECT * FROM user WHERE id = ${id}`' },
      },
      contextRegion: { startLine: 10, endLine: 14, snippet: { text: code.join('\n') } },
    });
    expect(
      sql.codeFlows[0].threadFlows[0].locations.map((it) => [
        it.location.physicalLocation.region.startLine,
        it.location.message.text,
      ]),
    ).toEqual([
      [11, 'comes from the request'],
      [13, 'is put into a string'],
      [13, 'is run as SQL'],
    ]);
    expect(sql.fixes[0].artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'src/db%20access.js', uriBaseId: '%SRCROOT%' },
        replacements: [
          {
            deletedRegion: { startLine: 13, startColumn: 42, endLine: 13, endColumn: 47 },
            insertedContent: { text: '$1' },
          },
        ],
      },
    ]);
    expect(run.invocations[0].toolExecutionNotifications.map((it) => it.descriptor.id)).toEqual([
      'parse-error',
      'file-too-large',
    ]);
  });

  function strange(): Report {
    const file = 'a\nb/ü 😀\ud800%?#/[x].js';
    const odd: Finding = {
      ...injection,
      title: '',
      message: '',
      cwe: [],
      owasp: [''],
      references: ['not a url', 'http://'],
      recommendation: '',
      location: range(file, 1, 1, 1),
      evidence: [{ is: 'flow', steps: [{ role: 'step', message: '', location: range(file, 1, 1, 1) }] }],
      fixes: [{ description: '', edits: [{ location: range(file, 1, 1, 1), text: '' }] }],
      fingerprints: [],
    };
    return {
      ...report,
      findings: [odd, { ...odd, snippet: { line: 5, lines: [] } }, { ...odd, rule: '😀' }],
      problems: [{ code: 'x', message: '', file }],
    };
  }
});

/** The schema is draft 4 in all but a few words that newer validators want otherwise. */
function schemaOfSarif(): ValidateFunction {
  const { $schema: _draft, id: _id, ...schema } = sarifSchema as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  // The package is CommonJS; its types say otherwise.
  (formats as unknown as { default: (ajv: Ajv) => void }).default(ajv);
  return ajv.compile(schema);
}
