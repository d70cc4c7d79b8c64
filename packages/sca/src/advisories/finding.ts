import {
  sha256,
  withoutVersion,
  type AffectedPackage,
  type Finding,
  type Location,
  type Package,
  type Snippet,
} from '@plumbline/core';
import { textsOf, type ProjectFiles } from '../project.ts';
import { linesIn } from '../text/lines.ts';
import { schemeOf } from '../versions/index.ts';
import { isMalicious, type AdvisorySource, type AdvisoryText, type Attacks } from './advisory.ts';
import { fixedVersions } from './affects.ts';
import { asInformation, informationalIn } from './informational.ts';
import { riskOf, worstEpss, type Exposure } from './risk.ts';
import { rated, ratingOf, type Rated } from './severity.ts';
import type { Occurrences } from './match.ts';
import type { AdvisoryGroup } from './merge.ts';
import { systemAdvice } from './systems.ts';

interface Context {
  readonly ways: (id: string) => readonly string[];
  readonly snippet: Snippet | undefined;
  readonly source: Pick<AdvisorySource, 'attacksOn'>;
  readonly exposure: Exposure | undefined;
  /** The version that the advisories were compared with. */
  readonly release: string;
}

/** The finding that says: this package, in this file, has this vulnerability. */
export function findingOf(group: AdvisoryGroup, occurrences: Occurrences, context: Context): Finding {
  const { ways, snippet, source, exposure, release } = context;
  const [first] = occurrences;
  const texts = group.members.map((it) => it.text());
  const isBad = group.members.some((it) => isMalicious(it.id));
  const fixedIn = isBad ? [] : fixesFor(group, first, release);
  const rating = rated(texts);
  const attacks = [group.id, ...group.aliases].flatMap((it) => source.attacksOn(it) ?? []);
  const evidence = occurrences.map((it) => ({
    is: 'declared' as const,
    location: it.location,
    direct: it.direct,
    via: ways(it.id),
  }));
  const finding: Finding = {
    kind: 'library',
    rule: group.id,
    title: titleOf(group, texts, first, isBad),
    message: messageOf(
      first,
      group.id,
      evidence.map((it) => it.via),
      isBad,
    ),
    severity: isBad ? 'critical' : ratingOf(rating),
    confidence: confidenceIn(occurrences),
    cwe: isBad ? [506] : [...new Set(texts.flatMap((it) => it.cwe))].toSorted((a, b) => a - b),
    owasp: ['A06:2021 - Vulnerable and Outdated Components'],
    location: first.location,
    ...(snippet ? { snippet } : {}),
    package: {
      id: first.id,
      purl: first.purl,
      advisory: group.id,
      aliases: group.aliases,
      fixedIn,
      ...symbolsFor(texts),
      ...measuresOf(isBad ? { by: 'nobody' } : rating, attacks),
    },
    risk: riskOf({
      rated: rating,
      texts,
      attacks,
      malicious: isBad,
      evidence,
      scopes: [...new Set(occurrences.flatMap((it) => it.scopes))],
      exposure,
    }),
    evidence,
    fingerprints: fingerprintsOf(group, first),
    recommendation: recommendationOf(first, fixedIn, isBad, evidence[0]!.via),
    references: [...new Set(texts.flatMap((it) => it.references))],
    fixes: [],
    suppressions: [],
  };
  const informational = informationalIn(texts);
  return informational === undefined ? finding : asInformation(finding, informational, first);
}

function confidenceIn(occurrences: Occurrences): Finding['confidence'] {
  if (occurrences.every((it) => it.guessed)) return 'low';
  // A go.mod names the least Go that is needed; what builds the program is often newer.
  return occurrences.every((it) => isStandardLibrary(it) && it.location.file.endsWith('go.mod')) ? 'medium' : 'high';
}

function symbolsFor(texts: readonly AdvisoryText[]): Pick<AffectedPackage, 'symbols'> {
  const symbols = [...new Set(texts.flatMap((it) => it.symbols))];
  return symbols.length > 0 ? { symbols } : {};
}

function measuresOf(rating: Rated, attacks: readonly Attacks[]): Pick<AffectedPackage, 'cvss' | 'epss' | 'kev'> {
  const epss = worstEpss(attacks);
  const kev = attacks.flatMap((it) => it.kev ?? [])[0];
  return {
    ...(rating.by === 'cvss' ? { cvss: { vector: rating.vector, score: rating.score } } : {}),
    ...(epss ? { epss } : {}),
    ...(kev ? { kev } : {}),
  };
}

/** Versions of a registry, lowest first; of a package from git the commits that fix it. */
function fixesFor({ members }: AdvisoryGroup, found: Package, release: string): readonly string[] {
  if (found.origin !== 'git') return fixedVersions(members, release, schemeOf(found)).map(asWritten(found));
  const events = members.flatMap((it) => it.ranges).flatMap((it) => (it.type === 'GIT' ? it.events : []));
  return [...new Set(events.filter((it) => it.is === 'fixed').map((it) => it.version))];
}

/** Advisories write Go's versions without the `v` that go.mod wants. */
function asWritten({ ecosystem, name }: Package): (version: string) => string {
  return ecosystem === 'golang' && name !== 'stdlib' ? (it) => it.replace(/^(?=\d)/, 'v') : (it) => it;
}

/**
 * The package and what its vulnerability is called: by everybody, and by the database that it was first written down in,
 * for an advisory often gets its CVE later. The package's version is no part of it, nor its place.
 */
function fingerprintsOf({ id, aliases }: AdvisoryGroup, { purl }: Package): Finding['fingerprints'] {
  const of = (name: string): string => sha256(`${withoutVersion(purl)}\0${name}`);
  const first = [id, ...aliases].find((it) => !it.startsWith('CVE-')) ?? id;
  return [
    { algorithm: 'advisory', version: 1, value: of(id) },
    { algorithm: 'alias', version: 1, value: of(first) },
  ];
}

function isStandardLibrary({ ecosystem, name }: Package): boolean {
  return ecosystem === 'golang' && name === 'stdlib';
}

function titleOf(group: AdvisoryGroup, texts: readonly AdvisoryText[], { name }: Package, isBad: boolean): string {
  if (isBad) return `${name} is a malicious package`;
  const summary = texts.map((it) => withoutId(it.summary)).find((it) => it !== '');
  const details = texts.map((it) => firstSentence(it.details)).find((it) => it !== '');
  return summary ?? details ?? `${name}: ${group.id}`;
}

/** Some databases begin a summary with the id that stands beside it anyway. */
function withoutId(summary: string): string {
  return summary.trim().replace(/^(?:CVE-\d{4}-\d+|GHSA(?:-\w{4}){3})\s*[:–-]\s*/, '');
}

function firstSentence(details: string): string {
  const line =
    details
      .trim()
      .split('\n')
      .find((it) => /^\w/.test(it.trim())) ?? '';
  const sentence = /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  return sentence.length > 160 ? `${sentence.slice(0, 157).trimEnd()}…` : sentence;
}

function messageOf(
  { name, version, direct, guessed, distribution }: Package,
  id: string,
  ways: readonly (readonly string[])[],
  isBad: boolean,
): string {
  const shown = name === 'stdlib' ? "Go's standard library" : name;
  const what = version === '' ? shown : `${shown} ${version}`;
  const does = isBad ? `is known to be malicious (${id})` : `has the known vulnerability ${id}`;
  const others = ways.length > 1 ? `, ${ways.length} times` : '';
  const way =
    ways
      .find((it) => it.length > 1)
      ?.slice(0, -1)
      .map(shortId) ?? [];
  const comes =
    direct || way.length === 0 || distribution !== undefined ? '' : ` It comes in through ${way.join(' → ')}${others}.`;
  const doubt = guessed ? ' That it is this library, only the name of its file says.' : '';
  return `${what} ${does}.${comes}${doubt}`;
}

/** The readable end of a package's id: `package-lock.json#node_modules/a/node_modules/b` → `b`. */
function shortId(id: string): string {
  const key = id.slice(id.indexOf('#') + 1);
  return key.slice(
    Math.max(0, key.lastIndexOf('node_modules/') + 'node_modules/'.length * Number(key.includes('node_modules/'))),
  );
}

function recommendationOf(found: Package, fixedIn: readonly string[], isBad: boolean, way: readonly string[]): string {
  const { name, version, direct } = found;
  if (isBad) {
    return `Remove \`${name}\` at once, and change every secret that a machine which installed it could read.`;
  }
  if (found.distribution !== undefined) return systemAdvice(found, fixedIn);
  const [lowest] = fixedIn;
  if (lowest === undefined) {
    return `No version of \`${name}\` without this vulnerability is known. Replace it, or make sure that the vulnerable part is not used.`;
  }
  const also = fixedIn.length > 1 ? ` (fixed in ${fixedIn.map((it) => `\`${it}\``).join(', ')})` : '';
  if (isBuiltIn(found)) return builtAdvice(found, `\`${lowest}\` or later${also}`);
  const through = direct || way.length < 2 ? '' : `, by updating \`${shortId(way[0]!)}\` or by an override`;
  if (isStandardLibrary(found)) return `Build with Go \`${lowest}\` or later${also}, and say so in go.mod.`;
  return `Update \`${name}\` from \`${version}\` to \`${lowest}\` or later${also}${through}.`;
}

function builtAdvice(found: Package, wanted: string): string {
  const file = `\`${found.location.file}\``;
  if (isStandardLibrary(found)) return `Build ${file} with Go ${wanted}.`;
  const update = `Update \`${found.name}\` from \`${found.version}\` to ${wanted}`;
  return `${update} where ${file} is built, or take a newer ${file}.`;
}

/** Whether it was packed into an archive or a program: what is there is exchanged with the whole. */
function isBuiltIn({ ecosystem, location }: Package): boolean {
  const isText = location.end.line > 1 || location.end.column > 1;
  const isOfSystem = ecosystem === 'deb' || ecosystem === 'apk' || ecosystem === 'rpm';
  return location.inside !== undefined || (!isText && !isOfSystem);
}

/** Shows the line that declares a package; files are split once. */
export function snippets(files: ProjectFiles | undefined): (location: Location) => Snippet | undefined {
  const texts = files && textsOf(files);
  const split = new Map<string, readonly string[]>();
  return ({ file, inside, start, end }) => {
    const isText = end.line > 1 || end.column > 1;
    if (!texts || !isText || inside !== undefined) return undefined;
    const lines = split.get(file) ?? Array.from(linesIn(texts.text(file) ?? ''), (it) => it.text);
    split.set(file, lines);
    const shown = lines.slice(start.line - 1, Math.min(end.line, start.line + 9)).map((it) => it.slice(0, 400));
    return shown.length === 0 ? undefined : { line: start.line, lines: shown };
  };
}
