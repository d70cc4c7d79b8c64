import { folderOf } from '../project.ts';
import { readJson, type JsonValue } from '../text/json.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import type { Manifest, Problems } from './lockfile.ts';

/** A manifest in JSON, with the lines of its offsets. What is broken in it is noted. */
export interface JsonManifest {
  readonly root: JsonValue | undefined;
  readonly lines: Lines;
}

export function openJson({ path, text }: Manifest, problems: Problems): JsonManifest {
  const lines = linesOf(path, text);
  const { value, faults } = readJson(text);
  for (const fault of faults) problems.add('parse-error', fault.message, lines.position(fault.offset).line);
  return { root: value, lines };
}

/** The text of a file in the folder of a manifest; undefined when there is none. */
export function textBeside({ path, project }: Manifest, name: string): string | undefined {
  const folder = folderOf(path);
  const file = folder === '' ? name : `${folder}/${name}`;
  return project.has(file) ? project.text(file) : undefined;
}
