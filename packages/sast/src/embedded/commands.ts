import { endOf, firstChildOf, kindNameOf, nextOf, startOf, type FlatTree } from '../parse/flat-tree.ts';
import { linesOf } from '../parse/dockerfile/lines.ts';
import type { Region } from './region.ts';

/** The shell in a Dockerfile, as a shell is given it. */
export function commandsIn(flat: FlatTree): Region[] {
  const { clean } = linesOf(flat.text);
  const regions: Region[] = [];
  for (let node = 0; node < flat.size; node++) {
    const first = kindNameOf(flat, node) === 'shell_form' ? firstChildOf(flat, node) : -1;
    if (first < 0) continue;
    let end = endOf(flat, first);
    for (let child = first; child < nextOf(flat, node); child = nextOf(flat, child))
      end = Math.max(end, endOf(flat, child));
    const start = startOf(flat, first);
    regions.push({ language: 'bash', start, end, code: clean.slice(start, end) });
  }
  return regions;
}
