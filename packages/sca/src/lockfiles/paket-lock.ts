import type { Package, Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { scopeOfGroup } from './groups.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Paket's lock file: groups, of each what comes from NuGet, from GitHub and from elsewhere. */
export const paketLock: Lockfile = {
  id: 'paket-lock',
  ecosystem: 'nuget',
  files: ['paket.lock'],
  siblings: [],
  docs: 'https://fsprojects.github.io/Paket/lock-file.html',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const found = readPaket(manifest);
    if (found.listed.length + found.repositories.length === 0 && !isPaket(manifest.text)) {
      problems.add('not-a-lockfile', 'No NUGET, GITHUB, GIT or HTTP: this is no lock file of Paket.', 1);
    }
    const keys = new Map(found.listed.toReversed().map((it) => [it.name.toLowerCase(), it.key]));
    const linked = found.listed.map((it) => ({
      ...it,
      edges: (it.edges ?? []).map((edge) => ({ ...edge, to: keys.get(edge.to) ?? '' })),
    }));
    const value: readonly Package[] = [
      ...packagesOf(manifest, 'nuget', linked),
      ...declaredPackages(manifest, 'github', found.repositories),
    ];
    return { value, problems: problems.list };
  },
};

const sections = /^(?:NUGET|GITHUB|GIST|GIT|HTTP)\s*$/;

function isPaket(text: string): boolean {
  return text.trim() === '' || /^(?:NUGET|GITHUB|GIST|GIT|HTTP|GROUP\s.*|[A-Z-]+:.*)\r?$/m.test(text);
}

interface Found {
  readonly listed: (Locked & { readonly edges: Edge[] })[];
  readonly repositories: Declared[];
}

interface At {
  section: string;
  remote: string;
  scope: Scope;
}

function readPaket({ path, text }: Manifest): Found {
  const found: Found = { listed: [], repositories: [] };
  const at: At = { section: '', remote: '', scope: 'runtime' };
  for (const line of linesIn(text)) {
    if (line.text.length > maxNameLength * 4 || found.listed.length >= maxPackages) continue;
    const group = /^GROUP\s+(\S+)/.exec(line.text)?.[1];
    if (group !== undefined) at.scope = scopeOfGroup(group);
    if (sections.test(line.text)) at.section = line.text.trim();
    at.remote = /^ {2}remote:\s*(\S+)/.exec(line.text)?.[1] ?? at.remote;
    const entry = /^(?<indent> {4,8})(?<name>[^\s():]+)(?: \((?<version>[^)]*)\))?/.exec(line.text)?.groups;
    if (entry) addEntry(found, at, entry, locationInLine(path, line.number, 5, line.text.trim().length));
  }
  return found;
}

function addEntry(
  { listed, repositories }: Found,
  { section, remote, scope }: At,
  { indent = '', name = '', version = '' }: Readonly<Record<string, string | undefined>>,
  location: Package['location'],
): void {
  if (indent.length > 4) {
    if (section === 'NUGET')
      listed.at(-1)?.edges.push({ to: name.toLowerCase(), requested: version, scope: 'runtime' });
  } else if (section === 'NUGET') {
    listed.push({ key: `${name}@${version}`, name, version, location, otherwise: [scope], edges: [] });
  } else if (section === 'GITHUB') {
    repositories.push({ name: remote, version, location, scopes: [scope], origin: 'git' });
  }
}
