import { nameOf } from '../project.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** Roles and collections that a project of Ansible installs. */
export const ansibleGalaxy: Lockfile = {
  id: 'ansible-galaxy',
  ecosystem: 'generic',
  files: ['requirements.yml', 'galaxy.yml'],
  isShared: true,
  siblings: [],
  docs: 'https://docs.ansible.com/ansible/latest/galaxy/user_guide.html#install-multiple-collections-with-a-requirements-file',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    const listed = nameOf(manifest.path) === 'galaxy.yml' ? neededBy(root, lines) : askedIn(root, lines);
    return { value: declaredPackages(manifest, 'generic', listed), problems: problems.list };
  },
};

/** A list of roles, or lists of roles and of collections. */
function askedIn(root: JsonValue | undefined, lines: Lines): readonly Declared[] {
  const lists = root?.is === 'array' ? [root] : ['roles', 'collections'].map((key) => member(root, key));
  return lists.flatMap(itemsOf).flatMap((it): readonly Declared[] => {
    const short = textOf(it);
    const source = textOf(member(it, 'src')) ?? textOf(member(it, 'source')) ?? '';
    const name = short ?? textOf(member(it, 'name')) ?? source;
    const address = [name, source].find((one) => /^(?:git\+|git@|https?:\/\/)/.test(one));
    const isGit = address !== undefined && !/galaxy\.|\.tar\.gz$/.test(address);
    return declared(isGit ? repository(address) : name, textOf(member(it, 'version')) ?? '', {
      location: lines.location(it.start, it.end),
      ...(isGit ? { origin: 'git' as const } : {}),
    });
  });
}

/** What a collection needs: `{community.general: ">=1.0"}`. */
function neededBy(root: JsonValue | undefined, lines: Lines): readonly Declared[] {
  return Array.from(membersOf(member(root, 'dependencies')), ([name, { start, value }]) =>
    declared(name, textOf(value) ?? '', { location: lines.location(start, value.end) }),
  ).flat();
}

function declared(name: string, written: string, rest: Pick<Declared, 'location' | 'origin'>): readonly Declared[] {
  if (name.length > 300 || !/^[\w.-]+(?:\/[\w.-]+)*$/.test(name) || !/[./]/.test(name)) return [];
  const exact = /^(?:==\s*)?(v?\d[\w.+-]*|[\da-f]{40})$/.exec(written)?.[1];
  const version = exact ?? (rest.origin === 'git' && /^[\w.-]+$/.test(written) ? written : '');
  return [{ name, version, ...(written === '' ? {} : { requested: written }), ...rest }];
}

/** `https://host/a/b.git` → `host/a/b` */
function repository(address: string): string {
  return address
    .replace(/^(?:git\+)?(?:https?:\/\/|ssh:\/\/)?(?:git@)?/, '')
    .replace(':', '/')
    .replace(/(?:\.git)?\/?$/, '');
}
