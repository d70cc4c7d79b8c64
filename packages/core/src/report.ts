import { Type } from 'typebox';
import { Finding, FindingKind } from './finding.ts';
import { Layer, Package } from './package.ts';
import { Problem } from './problem.ts';
import { closed, type Value } from './schema.ts';

/** Version of the report's shape: the first number changes when a reader must. */
export const reportVersion = '1.0';

/** Where rules came from, so that a result can be told apart from one with other rules. */
export const RuleSource = Type.Object(
  {
    name: Type.String({ description: '`catalogue`, a file, or an address.' }),
    sha256: Type.String({ description: 'Of its bytes, in hexadecimal.' }),
    rules: Type.Integer(),
  },
  closed,
);
export type RuleSource = Value<typeof RuleSource>;

/** Work is counted in steps of matching, the same each time; milliseconds are those of this machine at that time. */
const Spent = { work: Type.Integer(), milliseconds: Type.Number() };

/** What a scan took, where that was asked for. Shape: the rules and files that took most, the worst first. */
const Cost = Type.Object(
  {
    phases: Type.Record(Type.String(), Type.Number(), { description: 'Milliseconds by part of the scan.' }),
    cached: Type.Integer({ description: 'Number of files whose results an earlier scan had kept.' }),
    rules: Type.Array(Type.Object({ rule: Type.String(), files: Type.Integer(), ...Spent }, closed)),
    files: Type.Array(Type.Object({ file: Type.String(), ...Spent }, closed)),
  },
  closed,
);
export type Cost = Value<typeof Cost>;

/** What a scan did: counts that tell a reader how much of the project was seen. */
export const ScanStats = Type.Object(
  {
    files: Type.Integer(),
    lines: Type.Integer(),
    bytes: Type.Integer(),
    skipped: Type.Record(Type.String(), Type.Integer(), { description: 'Number of files by reason.' }),
    languages: Type.Record(Type.String(), Type.Integer(), { description: 'Number of lines by language.' }),
    unread: Type.Optional(
      Type.Record(Type.String(), Type.Integer(), { description: 'Of these, the lines that no grammar could read.' }),
    ),
    rules: Type.Integer(),
    ruleSources: Type.Optional(Type.Array(RuleSource)),
    advisories: Type.Optional(
      Type.Object({ count: Type.Integer(), builtAt: Type.String({ format: 'date-time' }) }, closed),
    ),
    cost: Type.Optional(Cost),
  },
  closed,
);
export type ScanStats = Value<typeof ScanStats>;

/** What is known of the scanned project and its state. */
export const ProjectState = Type.Object(
  {
    name: Type.String(),
    branch: Type.Optional(Type.String()),
    commit: Type.Optional(Type.String()),
  },
  closed,
);
export type ProjectState = Value<typeof ProjectState>;

/**
 * What a scan really looked at. A known finding that a report lacks counts as fixed only inside this; without it a
 * reader must close nothing.
 *
 * Shape: `paths` are files and folders relative to the project's root, empty for all of it; `rules` are the ids of the
 *        rules that ran (code only: libraries are looked at with all advisories there are).
 */
export const Coverage = Type.Object(
  {
    kinds: Type.Array(FindingKind),
    paths: Type.Array(Type.String()),
    rules: Type.Optional(Type.Array(Type.String())),
  },
  closed,
);
export type Coverage = Value<typeof Coverage>;

/** A container image that was scanned. Shape: layers from the bottom up. */
export const Image = Type.Object(
  {
    name: Type.String({ description: 'As it was saved under, or the name of its file.' }),
    id: Type.String({ description: 'Digest of its configuration.' }),
    platform: Type.Optional(Type.String({ description: '`linux/arm64`' })),
    base: Type.Optional(Type.String({ description: 'The image that it was built from, as its makers have noted it.' })),
    layers: Type.Array(Layer),
  },
  closed,
);
export type Image = Value<typeof Image>;

/** The result of one scan: what `plumb scan --format json` prints and `--upload` sends. */
export const Report = Type.Object(
  {
    version: Type.Literal(reportVersion),
    tool: Type.Object({ name: Type.Literal('plumbline'), version: Type.String() }, closed),
    project: ProjectState,
    image: Type.Optional(Image),
    coverage: Type.Optional(Coverage),
    findings: Type.Array(Finding),
    packages: Type.Array(Package),
    problems: Type.Array(Problem),
    stats: ScanStats,
  },
  closed,
);
export type Report = Value<typeof Report>;
