import type { Package, Scope } from '@plumbline/core';
import { linesIn, locationInLine, type Line } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { scopeOfGroup } from './groups.ts';
import { maxNameLength, Problems, type Lockfile } from './lockfile.ts';

/** What a project asks Paket for, where its lock file is missing. */
export const paketDependencies: Lockfile = {
  id: 'paket-dependencies',
  ecosystem: 'nuget',
  files: ['paket.dependencies'],
  siblings: ['paket.lock'],
  docs: 'https://fsprojects.github.io/Paket/dependencies-file.html',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['paket.lock'])) return { value: [], problems: [] };
    const nuget: Declared[] = [];
    const github: Declared[] = [];
    let scope: Scope = 'runtime';
    for (const line of linesIn(manifest.text)) {
      const group = /^\s*group\s+(\S+)/.exec(line.text)?.[1];
      if (group !== undefined) scope = scopeOfGroup(group);
      const wish = wishIn(line, manifest.path, scope);
      if (wish) (wish.origin === 'git' ? github : nuget).push(wish);
    }
    if (nuget.length + github.length === 0 && !/^\s*(?:source|group|framework|storage|$)/.test(manifest.text)) {
      problems.add('not-a-manifest', 'No source and no nuget line: this is no paket.dependencies.', 1);
    }
    const value: readonly Package[] = [
      ...declaredPackages(manifest, 'nuget', nuget),
      ...declaredPackages(manifest, 'github', github),
    ];
    return { value, problems: problems.list };
  },
};

const line = /^\s*(?<kind>nuget|clitool|github)\s+(?<name>[^\s:]+)(?::(?<commit>[\w.-]+))?(?<rest>[^#]*)/;

function wishIn({ text, number }: Line, file: string, scope: Scope): Declared | undefined {
  const bare = text
    .slice(0, maxNameLength)
    .replace(/\/\/.*$/, '')
    .trimEnd();
  const found = line.exec(bare)?.groups;
  if (!found) return undefined;
  const indent = bare.length - bare.trimStart().length;
  const location = locationInLine(file, number, indent + 1, bare.length - indent);
  const { name = '', commit = '', rest = '' } = found;
  if (found['kind'] === 'github') {
    const at = { name, location, scopes: [scope], origin: 'git' as const };
    // A release has a version; a commit, also cut short, is where it is from.
    if (!/^(?=.*\d)(?=.*[a-f])[\da-f]{7,40}$/.test(commit)) return { ...at, version: commit };
    return { ...at, version: '', requested: commit, address: `https://github.com/${name}#${commit}` };
  }
  const requested = rest.replace(/\s[a-z_]+\s*:.*$/i, '').trim();
  const version = /^(?:={1,2}\s*)?(\d[\w.-]*)$/.exec(requested)?.[1] ?? '';
  return { name, version, location, scopes: [scope], ...(requested === '' ? {} : { requested }) };
}
