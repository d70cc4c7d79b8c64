import type { Scope } from '@plumbline/core';
import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What a Perl project asks CPAN for, where its snapshot is missing. The file is read, never run. */
export const cpanfile: Lockfile = {
  id: 'cpanfile',
  ecosystem: 'cpan',
  files: ['cpanfile'],
  isShared: true,
  siblings: ['cpanfile.snapshot'],
  docs: 'https://metacpan.org/dist/Module-CPANfile/view/lib/cpanfile.pod',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['cpanfile.snapshot'])) return { value: [], problems: [] };
    return { value: declaredPackages(manifest, 'cpan', wishesIn(manifest)), problems: problems.list };
  },
};

const phases: Readonly<Record<string, Scope>> = {
  runtime: 'runtime',
  configure: 'build',
  build: 'build',
  test: 'test',
  develop: 'development',
};

/** Words for one phase each, before the phases had blocks. */
const short: Readonly<Record<string, Scope>> = {
  requires: 'runtime',
  recommends: 'optional',
  suggests: 'optional',
  configure_requires: 'build',
  build_requires: 'build',
  test_requires: 'test',
  author_requires: 'development',
};

const wish =
  /^\s*(?<word>requires|recommends|suggests|configure_requires|build_requires|test_requires|author_requires)\s*\(?\s*(["'])(?<name>[\w:]{1,200})\2(?:\s*(?:,|=>)\s*(?:(["'])(?<range>[^"']{0,200})\4|(?<number>[\d._]{1,50})))?/;

function wishesIn({ path, text }: Manifest): readonly Declared[] {
  const listed: Declared[] = [];
  let phase: Scope = 'runtime';
  for (const { text: line, number } of linesIn(text)) {
    if (line.length > 1000 || listed.length >= maxPackages) continue;
    const block = /^\s*on\s*\(?\s*["']?(\w+)["']?\s*(?:,|=>)\s*sub\b/.exec(line)?.[1];
    if (block !== undefined) phase = phases[block] ?? 'development';
    for (const part of line.replace(/^.*\bsub\s*\{/, '').split(';')) {
      const found = wish.exec(part)?.groups;
      const location = locationInLine(path, number, line.indexOf(part.trim()) + 1, part.trim().length);
      // Perl itself is asked for in the same way.
      if (found && found['name'] !== 'perl') listed.push(declaredOf(found, phase, location));
    }
    if (/^\s*\}|\{.*\}\s*;?\s*$/.test(line)) phase = 'runtime';
  }
  return listed;
}

function declaredOf(
  { word = '', name = '', range, number }: Record<string, string | undefined>,
  phase: Scope,
  location: Declared['location'],
): Declared {
  const requested = range ?? number;
  return {
    name,
    // A number alone is the least that will do.
    version: /^==\s*v?(\d[\w.]*)$/.exec(requested?.trim() ?? '')?.[1] ?? '',
    scopes: [scopeOf(short[word] ?? 'runtime', phase)],
    location,
    ...(requested === undefined ? {} : { requested }),
  };
}

/** In a block its phase counts; what is recommended for running is optional. */
function scopeOf(own: Scope, phase: Scope): Scope {
  return own === 'runtime' || (own === 'optional' && phase !== 'runtime') ? phase : own;
}
