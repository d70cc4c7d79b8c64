import { join } from 'node:path';
import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';

const text = Type.String({ minLength: 1 });

/** What `plumbline.yaml` may say of the advisory data. */
export const DatabaseFile = Type.Object(
  {
    ecosystems: Type.Optional(Type.Array(text)),
    sources: Type.Optional(Type.Record(text, Type.Union([text, Type.Boolean()]))),
    'max-age': Type.Optional(Type.Number({ minimum: 0 })),
    'public-key': Type.Optional(text),
  },
  closed,
);

/** Where the advisory data comes from, and what is asked of it. */
export interface DatabaseConfig {
  /** By OSV's names; undefined for the usual ones. */
  readonly ecosystems?: readonly string[];
  /** Address of each kind of source, or `off`. */
  readonly sources: Readonly<Record<string, string>>;
  /** Units: days after which a report says that the data is old. */
  readonly maxAge: number;
  /** Whose signature it must have. Shape: absolute. */
  readonly publicKey?: string;
}

const usualAge = 7;

export function databaseConfig(said: Value<typeof DatabaseFile> = {}, folder: string): DatabaseConfig {
  const { ecosystems, sources = {}, 'max-age': maxAge = usualAge, 'public-key': publicKey } = said;
  const written = Object.entries(sources).map(([name, it]) => [name, it === false ? 'off' : it === true ? 'on' : it]);
  return {
    ...(ecosystems === undefined ? {} : { ecosystems }),
    sources: Object.fromEntries(written) as Readonly<Record<string, string>>,
    maxAge,
    ...(publicKey === undefined ? {} : { publicKey: join(folder, publicKey) }),
  };
}
