import type { Scope } from '@plumbline/core';
import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { interpolated, readImage } from './image.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** The images that a Dockerfile builds on. Those that only its other stages use are there for building. */
export const dockerfileImages: Lockfile = {
  id: 'dockerfile-images',
  ecosystem: 'docker',
  files: [
    'Dockerfile',
    'Dockerfile.*',
    '*.Dockerfile',
    'dockerfile',
    'dockerfile.*',
    '*.dockerfile',
    'Containerfile',
    'Containerfile.*',
  ],
  isShared: true,
  siblings: [],
  docs: 'https://docs.docker.com/reference/dockerfile/#from',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    return { value: declaredPackages(manifest, 'docker', imagesIn(manifest, problems)), problems: problems.list };
  },
};

/** Something that an image is taken for: a stage, or files that are copied out of it. */
interface Use {
  /** An image, or the name of an earlier stage. */
  readonly base: string;
  /** Lower case; empty when the stage has none. */
  readonly stage: string;
  readonly isStage: boolean;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Units: stages of one file. */
const maxStages = 1000;

function imagesIn(manifest: Manifest, problems: Problems): readonly Declared[] {
  const uses = usesIn(manifest.text, problems).slice(0, maxStages);
  const stages = new Map(uses.filter((it) => it.stage !== '').map((it) => [it.stage, it]));
  const final = new Set<Use>();
  for (let it = uses.findLast((use) => use.isStage); it && !final.has(it); it = stages.get(it.base.toLowerCase())) {
    final.add(it);
  }
  return uses.flatMap((it): readonly Declared[] => {
    const image = stages.has(it.base.toLowerCase()) || it.base === 'scratch' ? undefined : readImage(it.base);
    const scope: Scope = final.has(it) ? 'runtime' : 'build';
    return image
      ? [{ ...image, scopes: [scope], location: locationInLine(manifest.path, it.line, it.column, it.length) }]
      : [];
  });
}

function usesIn(text: string, problems: Problems): readonly Use[] {
  const uses: Use[] = [];
  const values = new Map<string, string>();
  for (const { text: line, number } of linesIn(text)) {
    if (line.length > 4096) continue;
    // Only what is set before the first stage counts for FROM.
    const argument = uses.length === 0 ? /^\s*ARG\s+(\w+)\s*=\s*(\S+)/i.exec(line) : null;
    if (argument) values.set(argument[1]!, unquoted(argument[2]!));
    const found = useIn(line);
    if (!found) continue;
    const base = interpolated(unquoted(found.written), (name) => values.get(name));
    if (base !== undefined) uses.push({ ...found, base, line: number, length: found.written.length });
    else problems.add('version-unknown', `${found.written.slice(0, 80)} is given when the image is built.`, number);
  }
  return uses;
}

function useIn(line: string): (Pick<Use, 'stage' | 'isStage' | 'column'> & { readonly written: string }) | undefined {
  const from = /^\s*FROM\s+(?:--\S+\s+)*(?<base>\S+)(?:\s+AS\s+(?<stage>\S+))?/i.exec(line)?.groups;
  const copied = /^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*?--from=(?<base>\S+)/i.exec(line)?.groups;
  const written = (from ?? copied)?.['base'] ?? '';
  // Stages without a name are numbered.
  if (written === '' || (copied && /^\d+$/.test(written))) return undefined;
  const stage = from?.['stage']?.toLowerCase() ?? '';
  return { written, stage, isStage: from !== undefined, column: line.indexOf(written) + 1 };
}

function unquoted(text: string): string {
  return text.replaceAll(/["']/g, '');
}
