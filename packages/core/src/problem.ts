import { Type } from 'typebox';
import { closed, type Value } from './schema.ts';

/** Something foreign that we could not read, or only in part. It stands beside the result and never ends a scan. */
export const Problem = Type.Object(
  {
    code: Type.String({ description: 'Stable, in kebab case: `parse-error`, `file-too-large`, …' }),
    message: Type.String(),
    file: Type.Optional(Type.String()),
    line: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
);
export type Problem = Value<typeof Problem>;

/** What a reader of foreign text returns: all that it understood, and what it did not. It never throws. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
