import { type Cost, costOfRegex, isBearable, isCheap } from './cost.ts';
import { type Literals, literalsOf } from './literals.ts';
import { type Machine, machineOf, type RunHow, runMachine } from './machine.ts';
import { type RegexFault, type RegexMode, translate } from './translate.ts';

/** Units: indices into the text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

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
  readonly cost: Cost;
  /** Texts without which nothing matches. */
  readonly literals: Literals;
  /** Runs it where JavaScript's engine might take too long; undefined where there is no such way. */
  readonly machine: () => Machine | undefined;
}

/** A stretch of the text, and of what the groups found. */
export interface RegexMatch extends Span {
  /** By the name of the metavariable: `$1`, `$NAME`. */
  readonly groups: ReadonlyMap<string, Span>;
}

const maxMatches = 10_000;

export function compileRegex(text: string, mode: RegexMode = {}): Regex | RegexFault {
  const found = translate(text, mode);
  if (found.is === 'fault') return found;
  const { source, flags, names, groups } = found;
  let machine: Machine | undefined | 'not yet' = 'not yet';
  return {
    is: 'regex',
    source: text,
    names,
    groups,
    expression: new RegExp(source, `${flags}gd`),
    anchored: new RegExp(source, `${flags}yd`),
    cost: costOfRegex(source, flags),
    literals: literalsOf(source, flags),
    machine: () => (machine === 'not yet' ? (machine = machineOf(source, flags)) : machine),
  };
}

/** Hears that a text was not searched to its end, because that might have taken too long. */
type OnCut = () => void;

/** Every match from left to right, none inside another. */
export function matchesOf(regex: Regex, text: string, onCut?: OnCut): RegexMatch[] {
  if (runsHere(regex, text)) {
    const found: RegexMatch[] = [];
    for (const match of text.matchAll(regex.expression)) {
      found.push(matchOf(regex, match));
      if (found.length >= maxMatches) break;
    }
    return found;
  }
  return ranOn(regex, text, { most: maxMatches }, onCut);
}

/** The match at the start of the text, as `metavariable-regex` wants it. */
export function matchAtStart(regex: Regex, text: string, onCut?: OnCut): RegexMatch | undefined {
  if (runsHere(regex, text)) {
    regex.anchored.lastIndex = 0;
    const match = regex.anchored.exec(text);
    return match ? matchOf(regex, match) : undefined;
  }
  return ranOn(regex, text, { anchored: true }, onCut)[0];
}

/** Whether it matches anywhere in the text. */
export function isFoundIn(regex: Regex, text: string, onCut?: OnCut): boolean {
  if (!runsHere(regex, text)) return ranOn(regex, text, { most: 1 }, onCut).length > 0;
  regex.expression.lastIndex = 0;
  return regex.expression.test(text);
}

/** Whether JavaScript's own engine runs it on this text. */
function runsHere({ cost, machine }: Regex, text: string): boolean {
  return isCheap(cost, text) || (isBearable(cost, text) && machine() === undefined);
}

function ranOn(regex: Regex, text: string, how: RunHow, onCut?: OnCut): RegexMatch[] {
  const machine = regex.machine();
  const ran = machine ? runMachine(machine, text, { ...how, head: regex.cost.head }) : { found: [], cut: true };
  if (ran.cut) onCut?.();
  return ran.found.map((spans) => {
    const spanOf = (group: number | undefined): Span | undefined => {
      const start = group === undefined ? -1 : spans[group * 2]!;
      return start < 0 ? undefined : { start, end: spans[group! * 2 + 1]! };
    };
    return { ...spanOf(0)!, groups: groupsOf(regex, spanOf, (name) => spanOf(machine?.names.get(name))) };
  });
}

function matchOf(regex: Regex, { indices }: RegExpExecArray): RegexMatch {
  const spanOf = (span: [number, number] | undefined): Span | undefined => span && { start: span[0], end: span[1] };
  const groups = groupsOf(
    regex,
    (group) => spanOf(indices![group]),
    (name) => spanOf(indices!.groups?.[name]),
  );
  return { ...spanOf(indices![0])!, groups };
}

function groupsOf(
  regex: Regex,
  ofGroup: (group: number) => Span | undefined,
  ofName: (name: string) => Span | undefined,
): RegexMatch['groups'] {
  const groups = new Map<string, Span>();
  for (const [number, group] of regex.groups.entries()) {
    const span = number > 0 ? ofGroup(group) : undefined;
    if (span) groups.set(`$${number}`, span);
  }
  for (const name of regex.names) {
    const span = ofName(name);
    if (span) groups.set(`$${name}`, span);
  }
  return groups;
}
