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
 * Shape: `file` is relative to the project's root, with `/` on every system. `inside`: the file is an archive, and this is
 * the path of a file in it, with `!/` between archives that lie in each other; `start` and `end` count in that file. In
 * what is no text, both are the first position.
 */
export const Location = Type.Object(
  {
    file: Type.String(),
    inside: Type.Optional(Type.String({ description: 'Which file in the archive `file` it is.' })),
    start: Position,
    end: Position,
  },
  closed,
);
export type Location = Value<typeof Location>;

/** What stands for a location in a file that is no text. */
export const nowhere = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } as const;

/** The file of a location for a person: `app.jar!/BOOT-INF/lib/x.jar`. */
export function fileShown({ file, inside }: Pick<Location, 'file' | 'inside'>): string {
  return inside === undefined ? file : `${file}!/${inside}`;
}

/** A place for a person: `pom.xml:12`, `app.jar!/BOOT-INF/lib/x.jar`. */
export function placeShown(location: Location): string {
  const { start, end } = location;
  const isText = end.line > 1 || end.column > 1;
  return isText ? `${fileShown(location)}:${start.line}` : fileShown(location);
}

/** Lines of source text around a location, as they were when it was scanned; secrets are masked. */
export const Snippet = Type.Object(
  {
    line: Type.Integer({ minimum: 1, description: 'Line number of the first line.' }),
    lines: Type.Array(Type.String()),
  },
  closed,
);
export type Snippet = Value<typeof Snippet>;
