import type { Package } from '@plumbline/core';
import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Git's submodules: other repositories in folders of this one. Their commits stand in git itself, not in the file. */
export const gitmodules: Lockfile = {
  id: 'gitmodules',
  ecosystem: 'generic',
  files: ['.gitmodules'],
  siblings: [],
  docs: 'https://git-scm.com/docs/gitmodules',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const modules = modulesIn(manifest);
    if (modules.length === 0 && manifest.text.trim() !== '') {
      problems.add('not-a-manifest', 'No [submodule]: this is no .gitmodules.', 1);
    }
    const isOnGithub = (it: Declared): boolean => it.name.startsWith('github.com/');
    const value: readonly Package[] = [
      ...declaredPackages(
        manifest,
        'github',
        modules.filter(isOnGithub).map((it) => ({ ...it, name: it.name.slice('github.com/'.length) })),
      ),
      ...declaredPackages(
        manifest,
        'generic',
        modules.filter((it) => !isOnGithub(it)),
      ),
    ];
    return { value, problems: problems.list };
  },
};

function modulesIn({ path, text }: Manifest): readonly Declared[] {
  const found: { line: number; length: number; address: string; branch: string }[] = [];
  for (const { text: line, number } of linesIn(text)) {
    if (line.length > 4096) continue;
    if (/^\s*\[\s*submodule\b/.test(line))
      found.push({ line: number, length: line.trim().length, address: '', branch: '' });
    const [, key, value = ''] = /^\s*(url|branch)\s*=\s*(.*)$/.exec(line) ?? [];
    const last = found.at(-1);
    if (last && key === 'url') last.address = value.trim().replaceAll('"', '');
    if (last && key === 'branch') last.branch = value.trim();
  }
  return found.map((it) => ({
    name: nameOf(it.address),
    version: '',
    origin: 'git' as const,
    address: it.address,
    location: locationInLine(path, it.line, 1, it.length),
    ...(it.branch === '' ? {} : { requested: it.branch }),
  }));
}

/** Host and path; of a place beside this repository the path. */
function nameOf(address: string): string {
  return address
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/^(?:\.{1,2}\/)+/, '')
    .replace(/\/{1,10}$/, '')
    .replace(/\.git$/, '');
}
