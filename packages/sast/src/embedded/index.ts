/** What is embedded in what. */
import { formatsOf } from '../languages/formats.ts';
import type { FlatTree } from '../parse/flat-tree.ts';
import type { Tree } from '../tree/tree.ts';
import { commandsIn } from './commands.ts';
import { handlersIn, scriptsIn, vueExpressions } from './markup.ts';
import { actionScripts, jobScripts } from './pipelines.ts';
import { joined, type Embedded, type Region } from './region.ts';
import { taggingOf, untagged } from './tags.ts';

export type { Embedded } from './region.ts';

/** Regions of one file that are looked at. */
const maxRegions = 5_000;

export interface Outer {
  readonly path: string;
  readonly text: string;
  readonly flat: FlatTree | undefined;
  /** Made when it is asked for: only few files have anything in it. */
  readonly tree: () => Tree | undefined;
}

/** Shape: `cut` = there were more regions than are looked at. */
export interface Found {
  readonly embedded: readonly Embedded[];
  readonly cut: boolean;
}

const nothing: Found = { embedded: [], cut: false };

export function embeddedIn(outer: Outer): Found {
  const regions = regionsIn(outer);
  if (regions.length === 0) return nothing;
  return { embedded: joined(outer.text, regions.slice(0, maxRegions)), cut: regions.length > maxRegions };
}

function regionsIn({ path, text, flat, tree }: Outer): readonly Region[] {
  if (/\.(?:vue|svelte)$/i.test(path)) return componentRegions(path, text);
  const tagging = taggingOf(path);
  if (tagging) return markupRegions(text, tagging);
  if (flat?.grammar.name === 'dockerfile') return commandsIn(flat);
  return /\.ya?ml$/i.test(path) ? pipelineRegions(path, text, tree) : [];
}

function markupRegions(text: string, tagging: NonNullable<ReturnType<typeof taggingOf>>): Region[] {
  const { text: clean, regions } = untagged(text, tagging);
  const { regions: scripts, rest } = scriptsIn(clean);
  return [...regions.map(withOpening), ...scripts, ...handlersIn(rest)];
}

/** PHP begins with its mark, once. */
function withOpening(region: Region, index: number): Region {
  return region.language === 'php' && index === 0 ? { ...region, before: `<?php ${region.before ?? ''}` } : region;
}

function componentRegions(path: string, text: string): Region[] {
  const { regions, rest } = scriptsIn(text);
  const [first] = regions;
  return /\.vue$/i.test(path) ? [...regions, ...vueExpressions(rest, first?.language ?? 'javascript')] : regions;
}

function pipelineRegions(path: string, text: string, tree: Outer['tree']): readonly Region[] {
  const formats = formatsOf(path, text);
  const read = formats.includes('github-actions')
    ? actionScripts
    : formats.includes('gitlab-ci')
      ? jobScripts
      : undefined;
  const found = read && tree();
  return found ? read(found) : [];
}
