import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Package } from '@plumbline/core';
import {
  declared,
  licenceOf,
  overrideFor,
  parseExpression,
  readLicenceTexts,
  tagsIn,
  type Expression,
  type LicencePolicy,
  type LicenceText,
} from '@plumbline/sca';
import { filesUnder, installedIn, type InstalledFiles } from './installed.ts';

/**
 * What a package's licence is, and who says so.
 *
 * Shape: `by` = the project's own settings, the lock file, the manifest of the installed package, a tag or the text of a
 *        licence file; `none` = nobody. `sure` false = read out of a name or of a text that is much like a licence's. `said` is
 *        what was written, where that is no expression.
 */
export interface LicenceFact {
  readonly expression?: Expression;
  readonly by: 'settings' | 'lock' | 'manifest' | 'tag' | 'text' | 'none';
  readonly sure: boolean;
  readonly said?: string;
  /** Relative to the root. */
  readonly file?: string;
  /** Files with texts of licences that came with the package. */
  readonly texts: readonly string[];
}

/** Finds out about one package after the other. `today` is a day. */
export type FactFinder = (it: Package) => LicenceFact;

export function factFinder(root: string, policy: LicencePolicy, today: string): FactFinder {
  const disk = filesUnder(root);
  let known: readonly LicenceText[] | undefined;
  const licences = (): readonly LicenceText[] => (known ??= installedTexts());
  const recognised = new Map<string, ReturnType<typeof licenceOf>>();
  return (it) => {
    const installed = installedIn(disk, it);
    const texts = installed?.texts ?? [];
    const override = overrideFor(it, policy, today);
    if (override) return { expression: override.licence, by: 'settings', sure: true, texts };
    const said = [it.licenses, installed?.declared ?? []];
    for (const [at, by] of (['lock', 'manifest'] as const).entries()) {
      const found = declared(said[at]!);
      if (found) return { ...found, by, texts };
    }
    const read = inTexts(texts, { disk, licences, recognised });
    if (read) return { ...read, texts };
    const words = said.flat().join(', ');
    return { by: 'none', sure: false, ...(words !== '' && { said: words }), texts };
  };
}

interface Reading {
  readonly disk: InstalledFiles;
  readonly licences: () => readonly LicenceText[];
  /** By text: most packages of one licence have the same. */
  readonly recognised: Map<string, ReturnType<typeof licenceOf>>;
}

function inTexts(
  files: readonly string[],
  { disk, licences, recognised }: Reading,
): Omit<LicenceFact, 'texts'> | undefined {
  for (const file of files) {
    const text = disk.text(file) ?? '';
    const tag = tagsIn(text).flatMap((it) => parseExpression(it) ?? [])[0];
    if (tag) return { expression: tag, by: 'tag', sure: true, file };
    if (!recognised.has(text)) recognised.set(text, licenceOf(text, licences()));
    const match = recognised.get(text);
    const expression = match && parseExpression(match.id);
    if (expression) return { expression, by: 'text', sure: match.sure, file };
  }
  return undefined;
}

function installedTexts(): LicenceText[] {
  return readLicenceTexts(readFileSync(createRequire(import.meta.url).resolve('@plumbline/sca/data/licenses.bin')));
}
