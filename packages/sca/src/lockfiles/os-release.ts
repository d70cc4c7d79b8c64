import { linesIn } from '../text/lines.ts';
import type { ProjectTexts } from '../project.ts';

/** Where an operating system says what it is, from its root. Source: https://www.freedesktop.org/software/systemd/man/os-release.html */
export const releaseFiles = ['etc/os-release', 'usr/lib/os-release'] as const;

/** The path of a system's file in the project. Shape: `root` is the system's folder; empty when it is the project's own. */
export function systemFile(root: string, file: string): string {
  return root === '' ? file : `${root}/${file}`;
}

/** Source: https://www.debian.org/releases/, https://wiki.ubuntu.com/Releases */
const codenames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  debian: {
    jessie: '8',
    stretch: '9',
    buster: '10',
    bullseye: '11',
    bookworm: '12',
    trixie: '13',
    forky: '14',
    duke: '15',
  },
  ubuntu: {
    trusty: '14.04',
    xenial: '16.04',
    bionic: '18.04',
    focal: '20.04',
    jammy: '22.04',
    noble: '24.04',
    plucky: '25.04',
    questing: '25.10',
    resolute: '26.04',
  },
};

/** The number of a release by its name: of Debian's testing the one that comes, for its advisories are kept under that. */
export function releaseNumber(distribution: string, codename: string): string | undefined {
  const known = Object.hasOwn(codenames, distribution) ? codenames[distribution]! : {};
  return Object.hasOwn(known, codename) ? known[codename] : undefined;
}

/** Ids of systems that advisories know by another name, as os-release and as other tools have them. */
const sameAs: Readonly<Record<string, string>> = {
  mariner: 'azurelinux',
  'cbl-mariner': 'azurelinux',
  azure: 'azurelinux',
  ol: 'oraclelinux',
  oracle: 'oraclelinux',
  amzn: 'amazonlinux',
  amazon: 'amazonlinux',
  redhat: 'rhel',
  alma: 'almalinux',
  'opensuse.leap': 'opensuse-leap',
  'opensuse.tumbleweed': 'opensuse-tumbleweed',
};

/** A distribution's id by the name that advisories have for it. */
export function distributionId(id: string): string {
  return Object.hasOwn(sameAs, id) ? sameAs[id]! : id;
}

/**
 * Which distribution a system is, as packages have it: `debian:12`. Undefined when it does not say.
 */
export function distributionAt(root: string, project: ProjectTexts): string | undefined {
  for (const file of releaseFiles) {
    const path = systemFile(root, file);
    const named = project.has(path) ? distributionOf(fieldsOf(project.text(path) ?? '')) : undefined;
    if (named !== undefined) return named;
  }
  return undefined;
}

function distributionOf(fields: ReadonlyMap<string, string>): string | undefined {
  const id = fields.get('ID')?.toLowerCase() ?? '';
  if (!/^[a-z0-9][\w.-]{0,60}$/.test(id)) return undefined;
  const known = distributionId(id);
  const release = releaseIn(id, fields).toLowerCase();
  return /^[\w.+~-]{1,60}$/.test(release) ? `${known}:${release}` : known;
}

function releaseIn(id: string, fields: ReadonlyMap<string, string>): string {
  const number = fields.get('VERSION_ID');
  if (number === undefined) return releaseNumber(id, fields.get('VERSION_CODENAME') ?? '') ?? '';
  // `22.03 (LTS-SP1)`: openEuler's service packs are releases of their own, and its number does not tell them.
  const service = id === 'openeuler' ? /\((LTS[\w-]*)\)/.exec(fields.get('VERSION') ?? '')?.[1] : undefined;
  return service === undefined ? number : `${number}-${service}`;
}

/** Assignments of a shell, quoted or not. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const { text: line, number } of linesIn(text)) {
    if (number > 200) break;
    const [, key, single, double, bare] =
      /^\s*([A-Z_]{1,40})=(?:'([^']{0,200})'|"([^"]{0,200})"|([^\s'"#]{0,200}))/.exec(line) ?? [];
    const value = single ?? double ?? bare ?? '';
    if (key !== undefined && value !== '' && !fields.has(key)) fields.set(key, value);
  }
  return fields;
}
