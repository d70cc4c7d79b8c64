import { Type } from 'typebox';
import { closed, type Value } from './schema.ts';

/**
 * A place between two characters of a text.
 *
 * Units: `line` and `column` count from 1; columns count UTF-16 code units, as editors and JavaScript do.
 */
export const Position = Type.Object(
  { line: Type.Integer({ minimum: 1 }), column: Type.Integer({ minimum: 1 }) },
  closed,
);
export type Position = Value<typeof Position>;

/**
 * A stretch of one file; `end` is the position after its last character.
 *
 * Shape: `file` is relative to the project's root, with `/` on every system.
 */
export const Location = Type.Object({ file: Type.String(), start: Position, end: Position }, closed);
export type Location = Value<typeof Location>;

/** Lines of source text around a location, as they were when it was scanned; secrets are masked. */
export const Snippet = Type.Object(
  {
    line: Type.Integer({ minimum: 1, description: 'Line number of the first line.' }),
    lines: Type.Array(Type.String()),
  },
  closed,
);
export type Snippet = Value<typeof Snippet>;
