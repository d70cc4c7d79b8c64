import type { Scope } from '@plumbline/core';
import { linesOf, type Lines } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { scopeOfGroup } from './groups.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** What an Elixir project asks for, where its lock file is missing. The file is read, never run. */
export const mixManifest: Lockfile = {
  id: 'mix-manifest',
  ecosystem: 'hex',
  files: ['mix.exs'],
  isShared: true,
  siblings: ['mix.lock'],
  docs: 'https://hexdocs.pm/mix/Mix.Tasks.Deps.html',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['mix.lock'])) return { value: [], problems: [] };
    const lines = linesOf(manifest.path, manifest.text);
    const listed = mixWishes(manifest.text).map((it) => declaredOf(it, lines));
    return { value: declaredPackages(manifest, 'hex', listed), problems: problems.list };
  },
};

/** A wish in a mix.exs. */
export interface MixWish {
  /** The application; its package may have another name. */
  readonly app: string;
  readonly name: string;
  readonly requested: string;
  readonly options: string;
  readonly scopes: readonly Scope[];
  /** Units: offsets. */
  readonly start: number;
  readonly end: number;
}

const wish = /\{\s*:(?<app>\w{1,200})\s*,(?<options>[^{}]{0,1000})\}/g;

/** What a mix.exs asks for, as far as it can be told without running it: `{:name, "range", only: :test}`. */
export function mixWishes(text: string): readonly MixWish[] {
  const code = text.split('\n').map(withoutComment).join('\n');
  const found = [...code.matchAll(wish)].slice(0, maxPackages);
  return found.flatMap(({ index, 0: whole, groups }): readonly MixWish[] => {
    const { app = '', options = '' } = groups!;
    const requested = /^\s*"([^"]*)"/.exec(options)?.[1] ?? '';
    // Tuples of other kinds have neither a range nor a place.
    if (requested === '' && !/\b(?:git|github|path|in_umbrella|hex|only|sparse|override):/.test(options)) return [];
    const only = /\bonly:\s*(\[[^\]]*\]|:\w+)/.exec(options)?.[1]?.match(/\w+/g) ?? ['prod'];
    const isOptional = /\boptional:\s*true\b/.test(options);
    const scopes = only.map((it) => (isOptional && it === 'prod' ? ('optional' as const) : scopeOfGroup(it)));
    const name = /\bhex:\s*:?"?(\w+)/.exec(options)?.[1] ?? app;
    return [{ app, name, requested, options, scopes, start: index, end: index + whole.length }];
  });
}

/** Blanks in its place, so that offsets stay. Behind code a comment is told by what code would have in it. */
function withoutComment(line: string): string {
  const code = Math.max(line.lastIndexOf('{'), line.lastIndexOf('}'), line.lastIndexOf('"'));
  const start = line.trimStart().startsWith('#') ? 0 : line.indexOf('#', code + 1);
  return start === -1 ? line : line.slice(0, start) + ' '.repeat(line.length - start);
}

function declaredOf({ name, requested, options, scopes, start, end }: MixWish, lines: Lines): Declared {
  const [, kind, address = ''] = /\b(git|github):\s*"([^"]{1,500})"/.exec(options) ?? [];
  const reference = /\b(?:ref|tag):\s*"([^"]{1,200})"/.exec(options)?.[1] ?? '';
  const isFolder = /\bpath:|\bin_umbrella:\s*true/.test(options);
  return {
    name,
    version: /^(?:==\s*)?(\d+\.\d+\.\d[\w.+-]*)$/.exec(requested.trim())?.[1] ?? '',
    scopes: [...new Set(scopes)],
    location: lines.location(start, end),
    origin: kind === undefined ? (isFolder ? 'file' : 'registry') : 'git',
    ...(kind === undefined
      ? {}
      : { address: `${kind === 'github' ? `https://github.com/${address}` : address}#${reference}` }),
    ...(requested === '' ? {} : { requested }),
  };
}
