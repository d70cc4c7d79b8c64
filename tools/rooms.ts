import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

const root = resolve(import.meta.dirname, '..');

/** An import from one room into another. */
export interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every import between rooms, in the sources of all packages and agents; tests are free to import what they like. */
export function imports(): Import[] {
  return sources().flatMap((file) =>
    importsOf(file)
      .map((it) => ({ file: relative(root, file), from: roomOf(file), ...it }))
      .filter((it) => it.from !== it.to),
  );
}

/** Every folder that has sources, as a room. */
export function rooms(): string[] {
  return [...new Set(sources().map(roomOf))].sort();
}

function sources(): string[] {
  return ['packages', 'agents'].flatMap((area) =>
    readdirSync(resolve(root, area), { withFileTypes: true })
      .filter((it) => it.isDirectory())
      .flatMap(({ name }) => sourcesIn(resolve(root, area, name, 'src'))),
  );
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && !/(^|\/)(samples|fixtures)\//.test(file),
    )
    .map((file) => resolve(folder, file));
}

/** `packages/sast/src/ir/lower.ts` → `sast/ir`; `packages/sast/src/analyse.ts` → `sast`. */
function roomOf(file: string): string {
  const [, name, , ...path] = relative(root, file).split(sep);
  return path.length > 1 ? `${name}/${path[0]}` : name!;
}

function importsOf(file: string): { to: string; typeOnly: boolean }[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const imported = module.staticImports.map((it) => ({
    specifier: it.moduleRequest.value,
    typeOnly: it.entries.length > 0 && it.entries.every((entry) => entry.isType),
  }));
  const exported = module.staticExports.flatMap((it) =>
    it.entries.flatMap((entry) =>
      entry.moduleRequest ? [{ specifier: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
    ),
  );
  return [...imported, ...exported].flatMap(({ specifier, typeOnly }) => {
    const to = roomImported(file, specifier);
    return to === undefined ? [] : [{ to, typeOnly }];
  });
}

function roomImported(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return roomOf(resolve(dirname(file), specifier));
  return specifier.startsWith('@plumbline/') ? specifier.split('/')[1] : undefined;
}
