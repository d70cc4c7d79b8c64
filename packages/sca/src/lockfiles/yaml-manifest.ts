import type { JsonValue } from '../text/json.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import type { Manifest, Problems } from './lockfile.ts';

/** The first document of a manifest in YAML, with the lines of its offsets. What is broken in it is noted. */
export function openYaml(
  { path, text }: Manifest,
  problems: Problems,
): { readonly root: JsonValue | undefined; readonly lines: Lines } {
  const lines = linesOf(path, text);
  const { documents, faults } = readYaml(text);
  for (const fault of faults) problems.add('parse-error', fault.message, lines.position(fault.offset).line);
  return { root: documents[0], lines };
}
