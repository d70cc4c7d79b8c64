import { type RegexFault, type RegexMode, translate } from './translate.ts';

/** A rule's regular expression, ready to run. */
export interface Regex {
  readonly is: 'regex';
  readonly source: string;
  /** Names of groups, which bind metavariables. */
  readonly names: readonly string[];
  readonly expression: RegExp;
  /** The same, from the start of a text only. */
  readonly anchored: RegExp;
  readonly groups: readonly number[];
}

/** A stretch of the text, and of what the groups found. */
export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** By the name of the metavariable: `$1`, `$NAME`. */
  readonly groups: ReadonlyMap<string, { readonly start: number; readonly end: number }>;
}

/** Longer texts are not searched: JavaScript's engine cannot be stopped, and most of these files are generated. */
const maxText = 5_000_000;
const maxMatches = 10_000;

export function compileRegex(text: string, mode: RegexMode = {}): Regex | RegexFault {
  const found = translate(text, mode);
  if (found.is === 'fault') return found;
  const { source, flags, names, groups } = found;
  return {
    is: 'regex',
    source: text,
    names,
    groups,
    expression: new RegExp(source, `${flags}gd`),
    anchored: new RegExp(source, `${flags}y`),
  };
}

/** Every match from left to right, none inside another. */
export function matchesOf(regex: Regex, text: string): RegexMatch[] {
  const found: RegexMatch[] = [];
  if (text.length > maxText) return found;
  for (const match of text.matchAll(regex.expression)) {
    const [start, end] = match.indices![0]!;
    found.push({ start, end, groups: groupsOf(regex, match) });
    if (found.length >= maxMatches) break;
  }
  return found;
}

function groupsOf(regex: Regex, match: RegExpExecArray): RegexMatch['groups'] {
  const groups = new Map<string, { start: number; end: number }>();
  for (const [number, group] of regex.groups.entries()) {
    const span = number > 0 ? match.indices?.[group] : undefined;
    if (span) groups.set(`$${number}`, { start: span[0], end: span[1] });
  }
  for (const name of regex.names) {
    const span = match.indices?.groups?.[name];
    if (span) groups.set(`$${name}`, { start: span[0], end: span[1] });
  }
  return groups;
}

/** Whether the text matches from its start, as `metavariable-regex` wants it. */
export function matchesStart(regex: Regex, text: string): boolean {
  regex.anchored.lastIndex = 0;
  return regex.anchored.test(text);
}
