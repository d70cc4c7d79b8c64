import type { Declared } from './declared.ts';

/** What a module specifier says of the package that it names. */
export type Specified = Pick<Declared, 'name' | 'version' | 'requested' | 'ecosystem' | 'origin'>;

/** `npm:chalk@5/sub`, `jsr:@std/path@^1`, with or without a slash behind the colon. */
const prefixed = /^(?<kind>npm|jsr):\/?(?<name>(?:@[^/@]+\/)?[^/@]+)(?:@(?<range>[^/]+))?/;

/** Hosts that serve npm's packages as they are, by what stands in front of the name. */
const mirrors: readonly RegExp[] = [
  /^https:\/\/(?:esm\.sh|esm\.run|cdn\.skypack\.dev|unpkg\.com)\/(?:v\d+\/|stable\/|pin\/|\*)?/,
  /^https:\/\/cdn\.jsdelivr\.net\/npm\//,
  /^https:\/\/(?:ga|dev)\.jspm\.io\/npm:/,
];
const mirrored = /^(?<name>(?:@[^/@?#]+\/)?[^/@?#]+)@(?<range>[^/?#&]+)/;
/** Modules of Deno's first registry: `https://deno.land/x/oak@v12.6.1/mod.ts`, `https://deno.land/std@0.224.0/…`. */
const denoLand = /^https:\/\/deno\.land\/(?<name>x\/[^/@]+|std)@(?<range>[^/?#]+)/;

const exact = /^v?\d+\.\d+\.\d[\w.+-]*$/;

/** The package that a specifier names; undefined for files and for addresses that name none. */
export function readSpecifier(text: string): Specified | undefined {
  const found = prefixed.exec(text)?.groups;
  if (found) return pinned(found['name']!, found['range'], found['kind'] as 'npm' | 'jsr');
  for (const mirror of mirrors) {
    const start = mirror.exec(text)?.[0].length;
    // What comes from a repository says so where others have the name.
    const named = start === undefined ? undefined : mirrored.exec(text.slice(start))?.groups;
    if (named && !/^(?:gh|github|jsr|pr|wp)$/.test(named['name']!.split('/')[0]!)) {
      return pinned(named['name']!, named['range'], 'npm');
    }
  }
  const module = denoLand.exec(text)?.groups;
  return module && { ...pinned(`deno.land/${module['name']!}`, module['range'], 'generic'), origin: 'url' };
}

function pinned(name: string, range: string | undefined, ecosystem: 'npm' | 'jsr' | 'generic'): Specified {
  return {
    name,
    version: exact.exec(range ?? '')?.[0] ?? '',
    ecosystem,
    ...(range === undefined ? {} : { requested: range }),
  };
}
