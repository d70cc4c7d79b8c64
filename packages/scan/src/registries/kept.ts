import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Type } from 'typebox';
import { Check } from 'typebox/value';

/** An answer that was kept. */
export interface Kept {
  /** When it was given or confirmed. Shape: ISO 8601. */
  readonly at: string;
  readonly url: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Undefined: there is no such thing. */
  readonly value?: unknown;
}

const Kept = Type.Object({
  at: Type.String(),
  url: Type.String(),
  etag: Type.Optional(Type.String()),
  lastModified: Type.Optional(Type.String()),
  value: Type.Optional(Type.Unknown()),
});

/** Where answers of registries are kept: under `PLUMB_HOME`, else in the cache folder that XDG names. */
export function registriesFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { PLUMB_HOME: home, XDG_CACHE_HOME: cache } = env;
  if (home) return join(home, 'registries');
  return join(cache || join(homedir(), '.cache'), 'plumbline', 'registries');
}

function fileOf(folder: string, key: string): string {
  const name = createHash('sha256').update(key).digest('hex');
  return join(folder, name.slice(0, 2), `${name}.json`);
}

export function readKept(folder: string, key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileOf(folder, key), 'utf8'));
    return Check(Kept, kept) ? kept : undefined;
  } catch {
    return undefined; // expected: nothing was kept, or it is damaged
  }
}

/** Complete or not at all: others may read it meanwhile. */
export function keep(folder: string, key: string, kept: Kept): void {
  const file = fileOf(folder, key);
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  writeFileSync(temporary, JSON.stringify(kept));
  renameSync(temporary, file);
}
