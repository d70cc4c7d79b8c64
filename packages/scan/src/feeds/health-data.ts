/**
 * What is known of the health of libraries, in two files of the store.
 *
 *   endoflife-….json   endoflife.date's products, what is needed of them
 *   scorecard-….tsv    a line a repository, sorted by bytes: name, score, day, `archived`
 */
import { readLifecycles, repositoryNamed, type Lifecycles, type Scorecard } from '@plumbline/sca';
import { Type } from 'typebox';
import { Check } from 'typebox/value';

interface PackedData {
  readonly bytes: Buffer;
  readonly records: number;
}

const Text = Type.Union([Type.String(), Type.Null()]);
const Product = Type.Object({
  name: Type.String(),
  label: Type.Optional(Text),
  category: Type.Optional(Text),
  aliases: Type.Optional(Type.Array(Type.Unknown())),
  identifiers: Type.Optional(Type.Array(Type.Object({ type: Type.String(), id: Type.String() }))),
  releases: Type.Optional(Type.Array(Type.Unknown())),
});
const Release = Type.Object({
  name: Type.String(),
  codename: Type.Optional(Text),
  isLts: Type.Optional(Type.Unknown()),
  isEol: Type.Optional(Type.Unknown()),
  eolFrom: Type.Optional(Text),
  eoesFrom: Type.Optional(Text),
  latest: Type.Optional(Type.Unknown()),
});
const Latest = Type.Object({ name: Type.String() });

/**
 * Packs the products of `GET /products/full`; undefined when there are none.
 *
 * Source: https://endoflife.date/docs/api/v1/
 */
export function packLifecycles(answer: unknown): PackedData | undefined {
  const list: unknown = typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;
  const products = (Array.isArray(list) ? (list as readonly unknown[]) : [])
    .filter((it) => Check(Product, it))
    .map(({ name, label, category, aliases, identifiers = [], releases = [] }) => ({
      name,
      label,
      category,
      aliases,
      identifiers: identifiers.filter((it) => it.type === 'purl').map(({ type, id }) => ({ type, id })),
      releases: releases
        .filter((it) => Check(Release, it))
        .map(({ name: cycle, codename, isLts, isEol, eolFrom, eoesFrom, latest }) => ({
          name: cycle,
          codename: codename ?? undefined,
          isLts,
          isEol,
          eolFrom: eolFrom ?? undefined,
          eoesFrom: eoesFrom ?? undefined,
          ...(Check(Latest, latest) && { latest: { name: latest.name } }),
        })),
    }));
  return products.length === 0 ? undefined : { bytes: Buffer.from(JSON.stringify(products)), records: products.length };
}

export function unpackLifecycles(bytes: Buffer): Lifecycles {
  return readLifecycles(JSON.parse(bytes.toString('utf8')));
}

const Result = Type.Object({
  date: Type.Optional(Type.String()),
  repo: Type.Object({ name: Type.String() }),
  score: Type.Number({ minimum: -1, maximum: 10 }),
  checks: Type.Optional(Type.Union([Type.Array(Type.Unknown()), Type.Null()])),
});
const Maintained = Type.Object({
  name: Type.Literal('Maintained'),
  score: Type.Number(),
  reason: Type.String(),
});

/**
 * Packs Scorecard's results, one repository a line. Those that could not be scored are left out.
 *
 * Source: https://github.com/ossf/scorecard/blob/main/pkg/scorecard/json.v2.schema
 */
export function packScorecards(text: string): PackedData | undefined {
  // Names hold ASCII alone: characters are in the order of bytes.
  const lines = text
    .split('\n')
    .flatMap(packedLine)
    .toSorted((a, b) => (a < b ? -1 : 1));
  return lines.length === 0 ? undefined : { bytes: Buffer.from(lines.join('\n')), records: lines.length };
}

function packedLine(line: string): string[] {
  const result = parsed(line);
  if (!Check(Result, result) || result.score < 0) return [];
  const name = repositoryNamed(result.repo.name);
  if (name === undefined) return [];
  const day = /^\d{4}-\d\d-\d\d/.exec(result.date ?? '')?.[0] ?? '';
  const maintained = result.checks?.find((it) => Check(Maintained, it));
  const isArchived = maintained?.score === 0 && /\barchived\b/.test(maintained.reason);
  return [[name, result.score, day, isArchived ? 'archived' : ''].join('\t')];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // expected: what is not JSON is nothing of what is looked for
  }
}

const newline = 10;

/** Finds a repository by halves. */
export function unpackScorecards(bytes: Buffer): (repository: string) => Scorecard | undefined {
  return (repository) => {
    const wanted = Buffer.from(`${repository}\t`);
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      const start = bytes.lastIndexOf(newline, Math.max(0, ((low + high) >> 1) - 1)) + 1;
      const found = bytes.indexOf(newline, start);
      const end = found === -1 ? bytes.length : found;
      const order = bytes.compare(wanted, 0, wanted.length, start, Math.min(end, start + wanted.length));
      if (order === 0) return scorecardIn(bytes.toString('utf8', start, end));
      // Equal bytes of a shorter line come before.
      if (order < 0) low = end + 1;
      else high = Math.max(0, start - 1);
    }
    return undefined;
  };
}

function scorecardIn(line: string): Scorecard {
  const [, score = '', date = '', archived] = line.split('\t');
  return { score: Number(score), date, isArchived: archived === 'archived' };
}
