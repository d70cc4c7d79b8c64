import type { Ecosystem, Package } from '@plumbline/core';
import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** The checks that run before a commit: repositories with their releases, and what they install besides. */
export const preCommit: Lockfile = {
  id: 'pre-commit',
  ecosystem: 'github',
  files: ['.pre-commit-config.yaml', '.pre-commit-config.yml'],
  siblings: [],
  docs: 'https://pre-commit.com/#pre-commit-configyaml---repos',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    const repositories = itemsOf(member(root, 'repos'));
    if (!member(root, 'repos')) problems.add('not-a-manifest', 'No repos: this is no configuration of pre-commit.', 1);
    const found = repositories.flatMap((it) => [...repositoryOf(it, lines), ...addedBy(it, lines)]);
    const value = (['github', 'generic', 'pypi', 'npm'] as const).flatMap((ecosystem): readonly Package[] =>
      declaredPackages(
        manifest,
        ecosystem,
        found.filter((it) => it.ecosystem === ecosystem).map((it) => it.declared),
      ),
    );
    return { value, problems: problems.list };
  },
};

interface Found {
  readonly ecosystem: Ecosystem;
  readonly declared: Declared;
}

function repositoryOf(it: JsonValue, lines: Lines): readonly Found[] {
  const [address = '', version = ''] = ['repo', 'rev'].map((key) => textOf(member(it, key)));
  // `local` and `meta` are none.
  const found =
    /^(?:https?|ssh|git):\/\/(?:[^@/]{0,100}@)?(?<host>[\w.-]{1,100})(?::\d+)?\/(?<path>[\w./-]{1,300}?)(?:\.git)?\/?$/.exec(
      address,
    )?.groups;
  if (!found) return [];
  const isGithub = found['host'] === 'github.com';
  const isCommit = /^[\da-f]{40}$/.test(version);
  const at = member(it, 'rev') ?? member(it, 'repo')!;
  const declared: Declared = {
    name: isGithub ? found['path']! : `${found['host']!}/${found['path']!}`,
    version,
    origin: 'git',
    ...(isCommit ? { address: `${address}#${version}` } : {}),
    scopes: ['development'],
    location: lines.location(member(it, 'repo')!.start, at.end),
  };
  return [{ ecosystem: isGithub ? 'github' : 'generic', declared }];
}

/** `additional_dependencies: [types-requests==2.31, eslint@8.56.0]`: how a version is written says whose it is. */
function addedBy(it: JsonValue, lines: Lines): readonly Found[] {
  const added = itemsOf(member(it, 'hooks')).flatMap((hook) => itemsOf(member(hook, 'additional_dependencies')));
  return added.flatMap((at): readonly Found[] => {
    const text = textOf(at) ?? '';
    const python = /^([\w.-]{1,200})(?:\[[\w,. -]{0,200}\])?\s*==\s*([\w.!+-]{1,100})$/.exec(text);
    const node = /^((?:@[\w.-]{1,100}\/)?[\w.-]{1,200})@(\d[\w.+-]{0,100})$/.exec(text);
    const [, name, version] = python ?? node ?? [];
    if (name === undefined || version === undefined) return [];
    const location = lines.location(at.start, at.end);
    return [{ ecosystem: python ? 'pypi' : 'npm', declared: { name, version, scopes: ['development'], location } }];
  });
}
