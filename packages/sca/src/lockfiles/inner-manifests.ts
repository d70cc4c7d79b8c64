import type { Package } from '@plumbline/core';
import { textsOf } from '../project.ts';
import { insideOf, shownIn, type Layer, type Opening } from './archive-layer.ts';
import type { Lockfile } from './lockfile.ts';
import { nodeManifest } from './node-manifest.ts';
import { nugetDeps } from './nuget-deps.ts';
import { pythonInstalled } from './python-installed.ts';
import { cyclonedxJson } from './sbom-cyclonedx.ts';

/** Texts in archives that say what is there, and no text that says what somebody wants. */
const inner: readonly (readonly [RegExp, Lockfile])[] = [
  // A package of Python's sources has its description in its one folder.
  [/(?:^[^/]+\/PKG-INFO|(?:^|\/)[^/]+\.egg-info)$/, pythonInstalled],
  [/(?:^|\/)(?:[^/]+\.dist-info\/METADATA|(?:EGG-INFO|[^/]+\.egg-info)\/PKG-INFO)$/, pythonInstalled],
  [/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/, nodeManifest],
  [/(?:^|\/)META-INF\/(?:sbom\/)?[^/]*(?:\.cdx\.json|bom\.json)$/, cyclonedxJson],
  [/\.deps\.json$/, nugetDeps],
];

export function isInnerManifest(name: string): boolean {
  return inner.some(([pattern]) => pattern.test(name));
}

interface Place {
  /** Of the entry. */
  readonly name: string;
  readonly layer: Layer;
  readonly opening: Opening;
}

/** What a text in an archive says, at its place in the file. */
export function readInner(text: string, { name, layer, opening: { path, problems } }: Place): readonly Package[] {
  const [, format] = inner.find(([pattern]) => pattern.test(name))!;
  const inside = insideOf(layer, name);
  if (text.length > format.maxBytes) {
    problems.add('file-too-large', `${shownIn(inside)} is not read: larger than ${format.maxBytes / 2 ** 20} MB.`);
    return [];
  }
  const { value, problems: told } = format.read({ path: name, text, project: nothing });
  for (const it of told) problems.add(it.code, `${shownIn(inside)}: ${it.message}`);
  const idOf = (id: string): string => `${path}#${id.slice(id.indexOf('#') + 1)} in ${inside}`;
  return value.map((it) => ({
    ...it,
    id: idOf(it.id),
    location: { ...it.location, file: path, inside },
    dependencies: it.dependencies.map((one) => ({ ...one, id: idOf(one.id) })),
  }));
}

/** What lies beside an entry says nothing that counts here. */
const nothing = textsOf({ paths: [], read: () => undefined });
