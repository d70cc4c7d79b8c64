import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { engineVersion, openPack, trimCache } from '../cache/index.ts';
import { withoutIdle } from './check.ts';
import { readRuleText, type RuleText } from './read.ts';

/** A file's text, and what problems call it. */
export interface ShownText {
  readonly shown: string;
  readonly bytes: Buffer;
}

/** Reads texts of rules and models, or takes what was read of the same bytes before. */
export interface Reader {
  readonly read: (text: ShownText) => RuleText;
  readonly save: () => void;
}

/** Reads every text anew. */
export const plainReader: Reader = {
  read: ({ shown, bytes }) => withoutIdle(readRuleText(bytes.toString('utf8'), shown)),
  save: () => undefined,
};

/**
 * Reading and checking a thousand rules takes longer than a whole scan of a project that nobody has changed: what came of
 * them is kept in `folder`, if there is one. `sources` is where they come from, so that a pack has the size of what is
 * read together.
 */
export function openReader(folder: string | undefined, sources: readonly string[]): Reader {
  if (folder === undefined || sources.length === 0) return plainReader;
  const pack = openPack(join(folder, `${hashOf('rules', engineVersion(), ...sources)}.pack`));
  return {
    read(text) {
      const key = hashOf(text.shown, text.bytes);
      // The door: what `put` has written, and its checksum is right.
      const known = pack.get(key) as RuleText | undefined;
      if (known) return known;
      const fresh = plainReader.read(text);
      pack.put(key, fresh);
      return fresh;
    },
    save() {
      if (pack.save()) trimCache(folder);
    },
  };
}

function hashOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const it of parts) hash.update(`${it.length} `).update(it);
  return hash.digest('hex').slice(0, 32);
}
