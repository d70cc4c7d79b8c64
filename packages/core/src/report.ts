import { Type } from 'typebox';
import { Finding } from './finding.ts';
import { Package } from './package.ts';
import { Problem } from './problem.ts';
import { closed, type Value } from './schema.ts';

/** Version of the report's shape: the first number changes when a reader must. */
export const reportVersion = '1.0';

/** What a scan did: counts that tell a reader how much of the project was seen. */
export const ScanStats = Type.Object(
  {
    files: Type.Integer(),
    lines: Type.Integer(),
    bytes: Type.Integer(),
    skipped: Type.Record(Type.String(), Type.Integer(), { description: 'Number of files by reason.' }),
    languages: Type.Record(Type.String(), Type.Integer(), { description: 'Number of lines by language.' }),
    rules: Type.Integer(),
    advisories: Type.Optional(
      Type.Object({ count: Type.Integer(), builtAt: Type.String({ format: 'date-time' }) }, closed),
    ),
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

/** The result of one scan: what `plumb scan --format json` prints and `--upload` sends. */
export const Report = Type.Object(
  {
    version: Type.Literal(reportVersion),
    tool: Type.Object({ name: Type.Literal('plumbline'), version: Type.String() }, closed),
    project: ProjectState,
    findings: Type.Array(Finding),
    packages: Type.Array(Package),
    problems: Type.Array(Problem),
    stats: ScanStats,
  },
  closed,
);
export type Report = Value<typeof Report>;
