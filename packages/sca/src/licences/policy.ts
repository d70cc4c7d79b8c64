import { literal, type Package, type Scope } from '@plumbline/core';
import { classOf } from './classes.ts';
import { written, type Expression } from './expression.ts';

/** What a project says of a licence, from the best to the worst. */
export const verdicts = ['allow', 'review', 'deny'] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether a package becomes a part of what is passed on, or stays a file of its own beside it. */
export const linkages = ['static', 'dynamic'] as const;
export type Linkage = (typeof linkages)[number];

/**
 * One sentence of a policy. What is left out holds for everything.
 *
 * Shape: `licences` are SPDX ids, with `*`, or `class:permissive`; `packages` purls without version, with `*`; `until` is a
 *        day (ISO 8601), after which the sentence is not heard.
 */
export interface LicenceRule {
  readonly verdict: Verdict;
  readonly licences?: readonly string[];
  readonly packages?: readonly string[];
  readonly scopes?: readonly Scope[];
  readonly linkage?: Linkage;
  readonly reason?: string;
  readonly until?: string;
}

/** What a package's licence is in truth, whatever its metadata says. */
export interface LicenceOverride {
  readonly package: string;
  readonly licence: Expression;
  readonly reason: string;
  readonly until?: string;
}

/** The first rule that fits counts; `otherwise` where none does. */
export interface LicencePolicy {
  readonly rules: readonly LicenceRule[];
  readonly overrides: readonly LicenceOverride[];
  readonly otherwise: Verdict;
}

/** Shape: `because` = what decided: a licence and the reason of its rule. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly because: string;
}

type Judged = Pick<Package, 'purl' | 'scopes' | 'ecosystem'>;

/**
 * What a policy says of a package. Of alternatives (`OR`) the best counts, of what holds together (`AND`) the worst; a
 * package whose licence nobody knows is one of the class `unknown`. `today` is a day.
 */
export function judge(it: Judged, expression: Expression | undefined, policy: LicencePolicy, today: string): Judgement {
  const rules = policy.rules.filter((rule) => !isOver(rule, today) && concerns(rule, it));
  const of = (node: Expression): Judgement => {
    if (node.is === 'licence') return verdictOf(written(node), classOf(node.id, node.exception), node.id);
    const all = node.of.map(of).toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
    return node.is === 'or' ? all[0]! : all.at(-1)!;
  };
  const verdictOf = (shown: string, kind: string, id: string): Judgement => {
    const rule = rules.find(({ licences }) => licences?.some((name) => fits(name, id, kind)) ?? true);
    if (!rule) return { verdict: policy.otherwise, because: `${shown}: no rule speaks of it` };
    return { verdict: rule.verdict, because: rule.reason === undefined ? shown : `${shown}: ${rule.reason}` };
  };
  return expression ? of(expression) : verdictOf('unknown licence', 'unknown', '');
}

/** Whether the day of a rule or an override is over. */
export function isOver({ until }: { readonly until?: string }, today: string): boolean {
  return until !== undefined && until < today;
}

/** The override for a package, if the policy has one that still holds. */
export function overrideFor(
  { purl }: Pick<Package, 'purl'>,
  policy: LicencePolicy,
  today: string,
): LicenceOverride | undefined {
  return policy.overrides.find((it) => !isOver(it, today) && matches(it.package, purl));
}

function concerns({ packages, scopes, linkage }: LicenceRule, it: Judged): boolean {
  if (packages && !packages.some((pattern) => matches(pattern, it.purl))) return false;
  if (scopes && !it.scopes.some((scope) => scopes.includes(scope))) return false;
  return linkage === undefined || linkage === linkageOf(it);
}

/** Compilers of these put a library into the program itself. */
function linkageOf({ ecosystem }: Judged): Linkage {
  return ['golang', 'cargo', 'swift', 'conan', 'hackage'].includes(ecosystem) ? 'static' : 'dynamic';
}

function fits(name: string, id: string, kind: string): boolean {
  return name.startsWith('class:') ? name.slice('class:'.length) === kind : id !== '' && wildcard(name).test(id);
}

/** A purl with the pattern's version, or with any if it names none. */
function matches(pattern: string, purl: string): boolean {
  const bare = purl.split(/[?#]/)[0]!;
  return wildcard(pattern).test(bare) || wildcard(pattern).test(bare.replace(/@[^@/]*$/, ''));
}

const known = new Map<string, RegExp>();

function wildcard(text: string): RegExp {
  const found = known.get(text);
  if (found) return found;
  const parts = text.split('*').map(literal);
  const made = new RegExp(`^${parts.join('.*')}$`, 'i');
  known.set(text, made);
  return made;
}
