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
