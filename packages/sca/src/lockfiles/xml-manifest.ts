import { linesOf, type Lines } from '../text/lines.ts';
import { readXml, type XmlElement } from '../text/xml.ts';
import type { Manifest, Problems } from './lockfile.ts';

/** A manifest in XML, with the lines of its offsets. What is broken in it is noted. */
export interface XmlManifest {
  readonly root: XmlElement | undefined;
  readonly lines: Lines;
}

/** `name` is what the root element must be called. */
export function openXml({ path, text }: Manifest, name: string, problems: Problems): XmlManifest {
  const lines = linesOf(path, text);
  const { root, faults } = readXml(text);
  for (const { offset, message } of faults) problems.add('parse-error', message, lines.position(offset).line);
  if (root?.name === name) return { root, lines };
  if (text.trim() !== '') problems.add('not-a-manifest', `No <${name}>: this is no file of this format.`, 1);
  return { root: undefined, lines };
}
