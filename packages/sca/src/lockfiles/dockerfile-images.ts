import type { Scope } from '@plumbline/core';
import { locationInLine } from '../text/lines.ts';
import { composeArguments } from './compose-builds.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { dockerInstructions } from './dockerfile-lines.ts';
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
  siblings: ['docker-compose*.yml', 'docker-compose*.yaml', 'compose*.yml', 'compose*.yaml', '.env'],
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
  const uses = usesIn(manifest, problems).slice(0, maxStages);
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

function usesIn({ text, path, project }: Manifest, problems: Problems): readonly Use[] {
  const uses: Use[] = [];
  const given = composeArguments(project, path);
  const values = new Map<string, string>();
  const valueOf = (name: string): string | undefined => given.get(name) ?? values.get(name);
  for (const { text: line, number } of dockerInstructions(text)) {
    if (line.length > 4096) continue;
    // Only what is set before the first stage counts for FROM.
    if (uses.length === 0) {
      for (const [name, value] of defaultsIn(line)) values.set(name, interpolated(value, valueOf) ?? value);
    }
    for (const found of usesOf(line)) {
      const base = interpolated(unquoted(found.written), valueOf);
      if (base !== undefined) uses.push({ ...found, base, line: number, length: found.written.length });
      else problems.add('version-unknown', `${found.written.slice(0, 80)} is given when the image is built.`, number);
    }
  }
  return uses;
}

/** `ARG A=1 B="2"` */
function defaultsIn(line: string): readonly (readonly [name: string, value: string])[] {
  if (!/^\s*ARG\s/i.test(line)) return [];
  return Array.from(line.matchAll(/\s(\w{1,100})=("[^"]*"|'[^']*'|\S+)/g), ([, name, value]) => [
    name!,
    unquoted(value!),
  ]);
}

type Found = Pick<Use, 'stage' | 'isStage' | 'column'> & { readonly written: string };

/** What a stage stands on, or takes files from; `RUN --mount` may do so more than once. */
function usesOf(line: string): readonly Found[] {
  const from = /^\s*FROM\s+(?:--\S+\s+)*(?<base>\S+)(?:\s+AS\s+(?<stage>\S+))?/i.exec(line)?.groups;
  const copied = /^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*?--from=(?<base>\S+)/i.exec(line)?.groups;
  const mounted = /^\s*RUN\s/i.test(line) ? line.matchAll(/\s--mount=\S*?\bfrom=([^\s,]+)/g) : [];
  const written = [(from ?? copied)?.['base'] ?? '', ...Array.from(mounted, (it) => it[1]!)];
  const stage = from?.['stage']?.toLowerCase() ?? '';
  return (
    written
      // Stages without a name are numbered.
      .filter((it) => it !== '' && (from !== undefined || !/^\d+$/.test(it)))
      .map((it) => ({ written: it, stage, isStage: from !== undefined, column: line.indexOf(it) + 1 }))
  );
}

function unquoted(text: string): string {
  return text.replaceAll(/["']/g, '');
}
