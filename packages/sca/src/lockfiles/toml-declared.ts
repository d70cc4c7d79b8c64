import type { Package } from '@plumbline/core';
import { linesIn, locationInLine } from '../text/lines.ts';

/** Where the keys of a TOML text stand: by table and key, as `dependencies.serde`. Sub-tables of one key count as it. */
export function tomlPlaces(file: string, text: string): (table: string, key: string) => Package['location'] {
  const places = new Map<string, Package['location']>();
  let table = '';
  const note = (name: string, number: number, line: string): void => {
    if (!places.has(name)) places.set(name, locationInLine(file, number, 1, line.trimEnd().length));
  };
  for (const { text: long, number } of linesIn(text)) {
    const line = long.slice(0, 2048);
    const header = /^\s{0,50}\[{1,2}([^[\]]{1,300})\]/.exec(line)?.[1]?.replaceAll(/["']/g, '').trim();
    if (header !== undefined) {
      table = header;
      note(header, number, line);
    }
    const key = /^\s*["']?([\w@/.-]{1,300}?)["']?\s*=/.exec(line)?.[1];
    if (key !== undefined) note(`${table}.${key.replace(/\.(?:version|workspace|git|path)$/, '')}`, number, line);
  }
  const first = locationInLine(file, 1, 1, 1);
  return (name, key) => places.get(`${name}.${key}`) ?? places.get(name) ?? first;
}
