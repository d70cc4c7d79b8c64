import { linesIn } from '../text/lines.ts';
import type { ProjectTexts } from '../project.ts';

/** Where an operating system says what it is, from its root. Source: https://www.freedesktop.org/software/systemd/man/os-release.html */
export const releaseFiles = ['etc/os-release', 'usr/lib/os-release'] as const;

/** The path of a system's file in the project. Shape: `root` is the system's folder; empty when it is the project's own. */
export function systemFile(root: string, file: string): string {
  return root === '' ? file : `${root}/${file}`;
}

/** Testing and unstable have no number yet; their advisories are kept under the number that comes. */
const debianNumbers: Readonly<Record<string, string>> = { bookworm: '12', trixie: '13', forky: '14', duke: '15' };

/** Ids of systems that advisories know by another name. */
const sameAs: Readonly<Record<string, string>> = { mariner: 'azurelinux', ol: 'oraclelinux', amzn: 'amazonlinux' };

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
  const known = Object.hasOwn(sameAs, id) ? sameAs[id]! : id;
  const release = releaseIn(id, fields).toLowerCase();
  return /^[\w.+~-]{1,60}$/.test(release) ? `${known}:${release}` : known;
}

function releaseIn(id: string, fields: ReadonlyMap<string, string>): string {
  const number = fields.get('VERSION_ID');
  const codename = fields.get('VERSION_CODENAME') ?? '';
  if (number === undefined)
    return id === 'debian' && Object.hasOwn(debianNumbers, codename) ? debianNumbers[codename]! : '';
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
