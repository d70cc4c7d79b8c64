import { literal, type Finding, type Problem, type Report } from '@plumbline/core';
import type { Ignore } from './ignore.ts';

/** Shape: findings with a suppression more; what is to be said of entries that do nothing, have ended or give no reason. */
export interface Ignored {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** Marks the findings that entries are about. `today` is a day. */
export function ignore(
  { findings, packages }: Pick<Report, 'findings' | 'packages'>,
  ignores: readonly Ignore[],
  today: string,
): Ignored {
  if (ignores.length === 0) return { findings, problems: [] };
  const purls = new Map(packages.map((it) => [it.id, it.purl]));
  const used = new Set<Ignore>();
  const holding = ignores.filter((it) => it.until === undefined || it.until >= today);
  const marked = findings.map((finding) => {
    const found = holding.filter((it) => isAbout(it, finding, purlOf(finding, purls)));
    for (const it of found) used.add(it);
    const [first] = found;
    if (!first) return finding;
    const start = { line: first.line, column: 1 };
    const suppression = {
      by: 'config' as const,
      ...(first.reason !== undefined && { reason: first.reason }),
      location: { file: first.file, start, end: start },
    };
    return { ...finding, suppressions: [...finding.suppressions, suppression] };
  });
  return { findings: marked, problems: ignores.flatMap((it) => complaint(it, used.has(it), today)) };
}

function complaint(it: Ignore, isUsed: boolean, today: string): Problem[] {
  const what = [...(it.ids ?? []), ...(it.packages ?? []), ...(it.paths ?? [])].join(', ');
  const say = (code: string, message: string): Problem[] => [{ code, message, file: it.file, line: it.line }];
  if (it.until !== undefined && it.until < today)
    return say('ignore-ended', `Ignoring ${what} has ended on ${it.until}.`);
  if (it.isBroad) return [];
  if (!isUsed) return say('ignore-unused', `Nothing here is ${what}: the entry ignores nothing and can go.`);
  return it.reason === undefined ? say('ignore-reason', `Say why ${what} is ignored: give a reason.`) : [];
}

/** What it is about: also of findings of libraries that are no vulnerabilities. */
function purlOf({ package: library, evidence }: Finding, purls: ReadonlyMap<string, string>): string | undefined {
  const declared = evidence.flatMap((it) => (it.is === 'declared' ? [it.via.at(-1) ?? ''] : []));
  return library?.purl ?? purls.get(declared[0] ?? '');
}

function isAbout(
  { ids, packages, paths, folder }: Ignore,
  { rule, package: library, location }: Finding,
  purl: string | undefined,
): boolean {
  if (folder !== '' && !location.file.startsWith(`${folder}/`)) return false;
  const names = [rule, ...(library ? [library.advisory, ...library.aliases] : [])].map((it) => it.toLowerCase());
  if (ids && !ids.some((it) => names.includes(it.toLowerCase()))) return false;
  if (packages && !(purl !== undefined && packages.some((it) => isPackage(it, purl)))) return false;
  const path = folder === '' ? location.file : location.file.slice(folder.length + 1);
  return !paths || paths.some((it) => glob(it).test(path));
}

/** A purl, or a name, with a version or without; a `*` is any run of characters. */
function isPackage(wanted: string, purl: string): boolean {
  const bare = purl.split(/[?#]/)[0]!;
  const name = decodeURIComponent(bare.replace(/^pkg:[^/]+\//, ''));
  const shorter = bare.startsWith('pkg:maven/') ? name.replace('/', ':') : name;
  const forms = [bare, shorter].flatMap((it) => [it, it.replace(/(?<=.)@[^@/]*$/, '')]);
  const clean = wanted.split(/[?#]/)[0]!;
  return forms.some((it) => glob(clean, '.*').test(it) || glob(decoded(clean), '.*').test(decoded(it)));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // expected: people write what they like
  }
}

const known = new Map<string, RegExp>();

/** A path, or a folder on it. */
function glob(text: string, star = '[^/]*'): RegExp {
  const key = `${star} ${text}`;
  const found = known.get(key);
  if (found) return found;
  const parts = text.replace(/^\.?\/|\/$/g, '').split(/(\*\*\/?|\*|\?)/);
  const body = parts.map((it) => {
    if (it.startsWith('**')) return it.endsWith('/') ? '(?:.*/)?' : '.*';
    return it === '*' ? star : it === '?' ? '[^/]' : literal(it);
  });
  const made = new RegExp(`^${body.join('')}(?:$|/)`);
  known.set(key, made);
  return made;
}
