import type { Package } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** CocoaPods' lock file. Parts of a pod (`Pod/Part`) are packages of their own in it. */
export const podfileLock: Lockfile = {
  id: 'podfile-lock',
  ecosystem: 'cocoapods',
  files: ['Podfile.lock'],
  siblings: [],
  docs: 'https://guides.cocoapods.org/using/using-cocoapods.html#what-is-podfilelock',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    const pods = member(root, 'PODS');
    if (!pods && manifest.text.trim() !== '') problems.add('not-a-lockfile', 'No PODS: this is no Podfile.lock.', 1);
    const entries = itemsOf(pods).slice(0, maxPackages).flatMap(entriesOf);
    const byName = new Map(entries.map((it) => [it.name, it.key]));
    const external = member(root, 'EXTERNAL SOURCES');
    const checkouts = member(root, 'CHECKOUT OPTIONS');
    const edgeTo = (written: string): Edge => {
      const { name, range } = wishOf(written);
      return { to: byName.get(name) ?? '', requested: range, scope: 'runtime' };
    };
    const listed = entries.map((it): Locked => ({
      key: it.key,
      name: it.name,
      version: it.version,
      location: lines.location(it.start, it.end),
      origin: originOf(member(external, it.name.split('/')[0]!)),
      address: addressOf(member(checkouts, it.name.split('/')[0]!)),
      edges: it.wishes.map(edgeTo),
    }));
    const roots = itemsOf(member(root, 'DEPENDENCIES'))
      .flatMap((it) => textOf(it) ?? [])
      .map(edgeTo);
    return { value: packagesOf(manifest, 'cocoapods', listed, roots), problems: problems.list };
  },
};

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly wishes: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A pod is a text, or with its own wishes a table of one entry. */
function entriesOf(item: JsonValue): readonly Entry[] {
  const alone = textOf(item);
  const pods =
    alone === undefined
      ? Array.from(membersOf(item), ([written, { start, end, value }]) => ({ written, start, end, value }))
      : [{ written: alone, start: item.start, end: item.end, value: undefined }];
  return pods.flatMap(({ written, start, end, value }) => {
    const { name, range: version } = wishOf(written);
    if (name === '' || name.length > maxNameLength) return [];
    const wishes = itemsOf(value).flatMap((it) => textOf(it) ?? []);
    return [{ key: `${name}@${version}`, name, version, wishes, start, end }];
  });
}

/** Shape: `Pod/Part (~> 3)`. What stands behind `from` is a place. */
function wishOf(written: string): { readonly name: string; readonly range: string } {
  const open = written.indexOf(' (');
  if (open === -1) return { name: written.trim(), range: '' };
  const range = written.slice(open + 2).replace(/\)\s*$/, '');
  return { name: written.slice(0, open), range: range.startsWith('from ') ? '' : range };
}

function addressOf(checkout: JsonValue | undefined): string {
  return `${textOf(member(checkout, ':git')) ?? ''}#${textOf(member(checkout, ':commit')) ?? ''}`;
}

function originOf(source: JsonValue | undefined): Package['origin'] {
  if (!source) return 'registry';
  if (member(source, ':path')) return 'file';
  return member(source, ':git') ? 'git' : 'url';
}
