import type { Layer, Package } from '@plumbline/core';
import { extract } from '@plumbline/sca';
import type { LayerFile } from './layers.ts';

export interface Attribution {
  readonly files: ReadonlyMap<string, LayerFile>;
  /** The databases as each layer had them, from the bottom. */
  readonly versions: ReadonlyMap<string, readonly LayerFile[]>;
  readonly layers: readonly Layer[];
}

/**
 * Says of packages which layer they are from. Each layer writes a system's database anew: a package is from the first since
 * which it has been there without a break, in that version.
 */
export function attributed(packages: readonly Package[], { files, versions, layers }: Attribution): readonly Package[] {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const firstOf = (file: string): ReadonlyMap<string, number> => {
    const found = known.get(file) ?? firstLayers(file, versions.get(file) ?? []);
    known.set(file, found);
    return found;
  };
  return packages.map((it) => {
    const { file } = it.location;
    const number = firstOf(file).get(keyOf(it)) ?? files.get(file)?.layer;
    const layer = number === undefined ? undefined : layers[number];
    return layer ? { ...it, layer: layerOf(layer) } : it;
  });
}

/** What is told of a layer, and no more. */
export function layerOf({ digest, instruction, base }: Layer): Layer {
  return { digest, ...(instruction !== undefined && { instruction }), ...(base !== undefined && { base }) };
}

function keyOf({ name, version }: Package): string {
  return `${name}@${version}`;
}

/** Units: numbers of layers, from the bottom. Older ones than these count as the oldest of them. */
const maxVersions = 64;

function firstLayers(file: string, all: readonly LayerFile[]): ReadonlyMap<string, number> {
  const versions = all.slice(-maxVersions);
  let first = new Map<string, number>();
  for (const { kept, layer } of versions.length > 1 ? versions : []) {
    const { value } = extract({ paths: [file], read: (path) => (path === file ? kept.bytes() : undefined) });
    const before = first;
    first = new Map(value.map((it) => [keyOf(it), before.get(keyOf(it)) ?? layer]));
  }
  return first;
}
