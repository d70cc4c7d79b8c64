import type { Scope } from '@plumbline/core';
import { linesOf } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Packages of opam: what `opam lock` has pinned, or what a project asks for. */
export const opam: Lockfile = {
  id: 'opam',
  ecosystem: 'opam',
  files: ['*.opam.locked', 'opam.locked', '*.opam', 'opam'],
  isShared: true,
  siblings: [],
  docs: 'https://opam.ocaml.org/doc/Manual.html#Package-definitions',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    // What `opam lock` wrote goes before what it was written for.
    if (!manifest.path.endsWith('.locked') && manifest.project.has(`${manifest.path}.locked`)) {
      return { value: [], problems: [] };
    }
    return { value: declaredPackages(manifest, 'opam', wishesIn(manifest)), problems: problems.list };
  },
};

const wish = /"(?<name>[A-Za-z\d][\w+-]{0,200})"(?:\s{0,200}\{(?<range>[^{}]{0,500})\})?/g;

function wishesIn({ path, text }: Manifest): readonly Declared[] {
  const lines = linesOf(path, text);
  return Array.from(text.matchAll(/^(depends|depopts)\s*:\s*\[/gm))
    .slice(0, 10)
    .flatMap((list) => {
      const start = list.index + list[0].length;
      const end = text.indexOf(']', start);
      const body = text.slice(start, end === -1 ? undefined : end).slice(0, 500_000);
      return Array.from(body.matchAll(wish))
        .slice(0, maxPackages)
        .map((it): Declared => {
          const { name = '', range = '' } = it.groups!;
          const requested = range.trim().replaceAll(/\s+/g, ' ');
          return {
            name,
            version: /(?:^|[^<>!])=\s*"(\d[^"\s]*)"/.exec(requested)?.[1] ?? '',
            scopes: [scopeOf(requested, list[1]!)],
            location: lines.location(start + it.index, start + it.index + it[0].length),
            ...(requested === '' ? {} : { requested }),
          };
        });
    });
}

function scopeOf(range: string, list: string): Scope {
  if (list === 'depopts') return 'optional';
  if (/\bwith-test\b/.test(range)) return 'test';
  if (/\bwith-(?:doc|dev-setup)\b/.test(range)) return 'development';
  return /(?:^|[\s&])build\b/.test(range) ? 'build' : 'runtime';
}
