import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { UserError, type Finding, type Problem } from '@plumbline/core';
import { readVex, type VexStatement } from '@plumbline/sca';
import { readBytes } from '../walk/read.ts';
import { ignoreFormats } from './formats.ts';
import type { Ignore, IgnoreFormat } from './ignore.ts';

/** Units: bytes. */
const largest = 16 * 2 ** 20;

export interface ReadIgnores {
  readonly ignores: readonly Ignore[];
  readonly problems: readonly Problem[];
}

/** The ignore files of scanners in the folders of the findings and those above, up to the root. */
export function ignoresNear(root: string, findings: readonly Finding[]): ReadIgnores {
  const folders = new Set(['']);
  for (const { location } of findings)
    for (let at = posix.dirname(location.file); at !== '.' && !folders.has(at); at = posix.dirname(at)) folders.add(at);
  const read = [...folders]
    .toSorted()
    .flatMap((folder) =>
      ignoreFormats.flatMap((format) =>
        format.names.map((name) => readIgnores(root, { read: format.read, folder, name })),
      ),
    );
  return { ignores: read.flatMap((it) => it.ignores), problems: read.flatMap((it) => it.problems) };
}

function readIgnores(
  root: string,
  { folder, name, read }: Pick<IgnoreFormat, 'read'> & { readonly folder: string; readonly name: string },
): ReadIgnores {
  const file = posix.join(folder, name);
  const text = readBytes(root, file, largest)?.toString('utf8');
  if (text === undefined) return { ignores: [], problems: [] };
  try {
    return { ignores: read(text, { file, folder }), problems: [] };
  } catch (error) {
    // Expected: the file of another tool may be broken.
    const message = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return { ignores: [], problems: [{ code: 'ignore-unread', message: `Not read: ${message}`, file }] };
  }
}

/**
 * What VEX documents say does no harm. `shown` is how people are told a path.
 *
 * Errors: `path-not-found`, `vex-invalid`.
 */
export function ignoresOfVex(paths: readonly string[], shown: (path: string) => string): readonly Ignore[] {
  return paths.flatMap((path) => {
    const statements = statementsIn(path, shown(path));
    const fine = statements.filter((it) => it.status === 'not_affected' || it.status === 'fixed');
    return fine.map(({ ids, products, components, says, status }) => {
      // A product that is no package is the project, or what it is delivered as.
      const named = components.length > 0 ? components : products.filter((it) => it.startsWith('pkg:'));
      return {
        ids,
        ...(named.length > 0 && { packages: named }),
        folder: '',
        reason: says ?? (status === 'fixed' ? 'fixed' : 'not affected'),
        file: shown(path),
        line: 1,
        isBroad: true as const,
      };
    });
  });
}

function statementsIn(path: string, shown: string): readonly VexStatement[] {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new UserError('path-not-found', { path: shown });
    throw new UserError('vex-invalid', { path: shown, message: 'it is no JSON' });
  }
  const found = readVex(document);
  if (found) return found;
  throw new UserError('vex-invalid', { path: shown, message: 'it is neither OpenVEX, nor CycloneDX, nor CSAF' });
}
