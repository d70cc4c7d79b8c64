import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';
import type { Ignore } from '../ignores/index.ts';

const text = Type.String({ minLength: 1 });
const oneOrMore = Type.Union([text, Type.Array(text, { minItems: 1 })]);

/** What `plumbline.yaml` may say of findings that are not to be acted on. A reason is never left out. */
export const IgnoresFile = Type.Array(
  Type.Object(
    {
      id: Type.Optional(oneOrMore),
      package: Type.Optional(oneOrMore),
      path: Type.Optional(oneOrMore),
      reason: text,
      until: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    },
    closed,
  ),
);

/** Shape: `lineAt` = the line of an entry, by its place in the list. */
export function ignoresOf(
  said: Value<typeof IgnoresFile> = [],
  lineAt: (at: number) => number,
): Omit<Ignore, 'folder' | 'file'>[] {
  return said.map(({ id, package: packages, path, reason, until }, at) => ({
    ...(id !== undefined && { ids: [id].flat() }),
    ...(packages !== undefined && { packages: [packages].flat() }),
    ...(path !== undefined && { paths: [path].flat() }),
    reason,
    ...(until !== undefined && { until }),
    line: lineAt(at),
  }));
}
