import type { Package, Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { folderOf } from '../project.ts';
import { developedWith, gemGroups } from './gemfile.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Bundler's lock file: sections by source, in them gems, in them what they ask for, told apart by indentation. */
export const gemfileLock: Lockfile = {
  id: 'gemfile-lock',
  ecosystem: 'gem',
  files: ['Gemfile.lock', 'gems.locked'],
  siblings: ['Gemfile', 'gems.rb', '*.gemspec'],
  docs: 'https://bundler.io/guides/using_bundler_in_applications.html',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { gems, asked, isLock } = readSections(manifest, problems);
    if (!isLock && manifest.text.trim() !== '') {
      problems.add('not-a-lockfile', 'No GEM and no DEPENDENCIES: this is no lock file of Bundler.', 1);
    }
    const groups = groupsBeside(manifest);
    const byName = new Map(gems.map((it) => [it.name, it]));
    const edgeTo = (name: string, requested: string, scope: Scope): Edge[] => {
      const target = byName.get(name);
      return target ? [{ to: keyOf(target), requested, scope }] : [];
    };
    const roots = asked.flatMap((it) =>
      (groups.get(it.name) ?? ['runtime' as const]).flatMap((scope) => edgeTo(it.name, it.requested, scope)),
    );
    const listed = gems
      .filter((it) => it.version !== '')
      .map((it): Locked => ({
        ...it,
        key: keyOf(it),
        edges: it.wishes.flatMap((wish) => edgeTo(wish.name, wish.requested, 'runtime')),
      }));
    return {
      value: packagesOf(manifest, 'gem', listed, asked.length > 0 ? roots : undefined),
      problems: problems.list,
    };
  },
};

function groupsBeside(manifest: Manifest): ReadonlyMap<string, readonly Scope[]> {
  const gemfile = textBeside(manifest, manifest.path.endsWith('gems.locked') ? 'gems.rb' : 'Gemfile') ?? '';
  const { path, project } = manifest;
  const descriptions = project.paths
    .filter((it) => it.endsWith('.gemspec') && folderOf(it) === folderOf(path))
    .flatMap((it) => project.text(it) ?? []);
  return new Map([...developedWith(gemfile, descriptions), ...gemGroups(gemfile)]);
}

interface GemWish {
  readonly name: string;
  readonly requested: string;
}

interface Gem {
  readonly name: string;
  readonly version: string;
  readonly origin: Package['origin'];
  readonly address: string;
  readonly location: Package['location'];
  readonly wishes: GemWish[];
}

function keyOf({ name, version }: Gem): string {
  return `${name}@${version}`;
}

const origins: Readonly<Record<string, Package['origin']>> = { GEM: 'registry', GIT: 'git', PATH: 'file' };

/** A line with a gem: four blanks before it in `specs`, six before what it asks for, two in `DEPENDENCIES`. */
const line = /^(?<indent> +)(?<name>[^\s(!]+)!?(?: \((?<range>[^)]*)\))?!?$/;

interface Sections {
  readonly gems: Gem[];
  readonly asked: GemWish[];
  isLock: boolean;
}

/** What is before a line: its section, and where the gems in it are from. */
interface Section {
  readonly name: string;
  origin: Package['origin'] | undefined;
  remote: string;
  revision: string;
}

function readSections({ path, text }: Manifest, problems: Problems): Sections {
  const sections: Sections = { gems: [], asked: [], isLock: false };
  let section = sectionOf('');
  for (const { text: written, number } of linesIn(text)) {
    if (/^[A-Z]/.test(written)) {
      section = sectionOf(written.trim());
      sections.isLock ||= section.name === 'DEPENDENCIES' || section.origin !== undefined;
    } else if (written.length <= maxNameLength * 2 && sections.gems.length < maxPackages) {
      const location = locationInLine(path, number, 5, Math.max(0, written.trimEnd().length - 4));
      if (!readLine(written, section, location, sections))
        problems.add('parse-error', 'A gem without a version.', number);
    }
  }
  return sections;
}

function sectionOf(name: string): Section {
  return { name, origin: Object.hasOwn(origins, name) ? origins[name] : undefined, remote: '', revision: '' };
}

/** Where the gems of a section are from; whether the line says that. */
function tellsPlace(written: string, section: Section): boolean {
  const { key, value } = /^ {2}(?<key>remote|revision): (?<value>\S+)$/.exec(written)?.groups ?? {};
  if (value === undefined) return false;
  section[key as 'remote' | 'revision'] = value;
  // The project may be a gem itself.
  if (section.name === 'PATH' && /^\.\/?$/.test(value)) section.origin = 'workspace';
  return true;
}

/** False for a gem that has no version. */
function readLine(written: string, section: Section, location: Package['location'], sections: Sections): boolean {
  const found = tellsPlace(written, section) ? undefined : line.exec(written)?.groups;
  if (!found) return true;
  const { indent, name, range = '' } = found as Readonly<Record<'indent' | 'name', string>> & { range?: string };
  if (section.name === 'DEPENDENCIES' && indent.length === 2) sections.asked.push({ name, requested: range });
  if (section.origin === undefined) return true;
  if (indent.length === 6) sections.gems.at(-1)?.wishes.push({ name, requested: range });
  if (indent.length !== 4) return true;
  // Behind a hyphen stands the platform.
  const version = range.replace(/-.*$/s, '');
  const address = `${section.remote}#${section.revision}`;
  sections.gems.push({ name, version, origin: section.origin, address, location, wishes: [] });
  return version !== '';
}
