/**
 * Rules of mode `join`: findings of several rules, over all files, that agree. While a file is looked at, what the rules of a
 * join find in it is put aside; when all files were, the conditions say which of them are findings.
 *
 * Source: https://semgrep.dev/docs/writing-rules/experiments/join-mode/overview
 */
import type { Rule } from '@plumbline/catalog';
import type { Finding, Problem } from '@plumbline/core';
import { patternsOf, type Join, type JoinSide, type PatternRule } from '../patterns/index.ts';

/** What one of a join's rules has found: a finding of the join, if the others agree. */
export interface JoinPart {
  /** Id of the join. */
  readonly join: string;
  /** What the join calls the rule. */
  readonly as: string;
  /** By metavariable, without quotes. */
  readonly values: Readonly<Record<string, string>>;
  readonly finding: Finding;
}

/** A rule that looks for a join. */
export interface JoinSource {
  readonly join: Rule;
  readonly as: string;
  readonly renames: readonly { readonly from: string; readonly to: string }[];
}

interface Planned {
  readonly rule: Rule;
  readonly join: Join;
  /** The rules whose findings it takes: its own, and others by their id or file. */
  readonly sources: readonly (JoinSource & { readonly of: PatternRule | undefined })[];
}

/** All joins among the rules. `known`: the patterns of the rules, as the engine has them. */
export function joinsOf(rules: readonly Rule[], known: ReadonlyMap<Rule, PatternRule>): Planned[] {
  return rules.flatMap((rule) => {
    const join = known.get(rule)?.does;
    if (join?.is !== 'join') return [];
    const own = join.rules.map((it) => ({ join: rule, as: it.id, renames: [], of: it }));
    const others = join.refs.map(({ rule: name, as, renames }) => ({
      join: rule,
      as,
      renames,
      of: known.get(rules.find((it) => isNamed(it, name)) ?? rule),
    }));
    return [
      {
        rule,
        join,
        sources: [...own, ...others.map((it) => (it.of?.does.is === 'search' ? it : { ...it, of: undefined }))],
      },
    ];
  });
}

/** A rule is named by its id or by the end of its file's path. */
function isNamed({ id, origin }: Rule, name: string): boolean {
  const path = name.replace(/^\.\//, '');
  return id === name || id.endsWith(`.${name}`) || origin?.file === path || origin?.file.endsWith(`/${path}`) === true;
}

/** The text of a metavariable as conditions compare it. */
export function joinValue(text: string): string {
  return text.trim().replace(/^["']+|["']+$/g, '');
}

const maxSteps = 2_000_000;
const maxDerived = 20_000;

/** The findings of all joins. */
export function joinFindings(
  rules: readonly Rule[],
  parts: readonly JoinPart[],
): { readonly findings: readonly Finding[]; readonly problems: readonly Problem[] } {
  const joins = rules.filter((it) => it.mode === 'join');
  if (joins.length === 0) return { findings: [], problems: [] };
  const known = new Map(rules.flatMap((it) => patternsFor(it)));
  const problems: Problem[] = [];
  const findings = joinsOf(rules, known).flatMap((planned) => {
    const missing = planned.sources.filter((it) => it.of === undefined).map((it) => it.as);
    if (missing.length > 0) {
      problems.push({
        code: 'rule-not-run',
        message: `rule ${planned.rule.id}: it joins rules that are not here: ${missing.join(', ')}`,
      });
      return [];
    }
    const joiner = new Joiner(
      planned,
      parts.filter((it) => it.join === planned.rule.id),
    );
    const found = joiner.run();
    if (joiner.cut)
      problems.push({ code: 'join-budget', message: `rule ${planned.rule.id}: too many findings to join` });
    return found;
  });
  return { findings, problems };
}

function patternsFor(rule: Rule): (readonly [Rule, PatternRule])[] {
  const { rule: patterns } = patternsOf(rule);
  return patterns ? [[rule, patterns]] : [];
}

type Condition = Join['on'][number];

class Joiner {
  cut = false;
  readonly #conditions: readonly Condition[];
  readonly #order: readonly string[];
  readonly #parts = new Map<string, readonly JoinPart[]>();
  readonly #indexes = new Map<string, Map<string, JoinPart[]>>();
  #steps = 0;

  constructor({ join }: Planned, parts: readonly JoinPart[]) {
    this.#conditions = join.on.filter((it) => it.operator !== '-->');
    for (const { as } of parts)
      if (!this.#parts.has(as))
        this.#parts.set(
          as,
          parts.filter((it) => it.as === as),
        );
    for (const it of join.on) if (it.operator === '-->') this.#follow(it);
    this.#order = orderOf(join.on);
  }

  /** One finding for each place of the last condition's right side for which all the others are somewhere. */
  run(): Finding[] {
    const [last] = this.#order;
    return (this.#parts.get(last ?? '') ?? []).flatMap((part) => {
      const chosen = new Map([[part.as, part]]);
      return this.#choose(1, chosen) ? [shown(part.finding, chosen)] : [];
    });
  }

  #choose(i: number, chosen: Map<string, JoinPart>): boolean {
    const as = this.#order[i];
    if (as === undefined) return true;
    for (const part of this.#candidates(as, chosen)) {
      if (++this.#steps > maxSteps) {
        this.cut = true;
        return false;
      }
      chosen.set(as, part);
      if (this.#holds(as, chosen) && this.#choose(i + 1, chosen)) return true;
      chosen.delete(as);
    }
    return false;
  }

  /** Those that can agree with what is chosen, by one condition that asks for the same. */
  #candidates(as: string, chosen: ReadonlyMap<string, JoinPart>): readonly JoinPart[] {
    for (const { left, operator, right } of this.#conditions) {
      if (operator !== '==') continue;
      const [own, other] = left.rule === as ? [left, right] : [right, left];
      const part = own.rule === as && other.rule !== as ? chosen.get(other.rule) : undefined;
      if (part) return this.#indexOf(own).get(valueOf(part, other) ?? '') ?? [];
    }
    return this.#parts.get(as) ?? [];
  }

  #indexOf(side: JoinSide): ReadonlyMap<string, JoinPart[]> {
    const key = `${side.rule} ${side.property}`;
    const known = this.#indexes.get(key);
    if (known) return known;
    const index = new Map<string, JoinPart[]>();
    for (const part of this.#parts.get(side.rule) ?? []) {
      const value = valueOf(part, side);
      if (value !== undefined) index.set(value, [...(index.get(value) ?? []), part]);
    }
    this.#indexes.set(key, index);
    return index;
  }

  /** All conditions that this rule completes. */
  #holds(as: string, chosen: ReadonlyMap<string, JoinPart>): boolean {
    return this.#conditions.every(({ left, operator, right }) => {
      if (left.rule !== as && right.rule !== as) return true;
      const [one, other] = [chosen.get(left.rule), chosen.get(right.rule)];
      if (!one || !other) return true;
      const [a, b] = [valueOf(one, left), valueOf(other, right)];
      return a !== undefined && b !== undefined && compare[operator](a, b);
    });
  }

  /** `a.$X --> a.$Y`: what leads from X to Y, and from there on, is a finding that leads from the first to the last. */
  #follow({ left, right }: Condition): void {
    const own = this.#parts.get(left.rule) ?? [];
    const steps = this.#indexOf(left);
    const derived: JoinPart[] = [];
    for (const part of own) {
      const reached = new Set<string>();
      const open = [valueOf(part, right)];
      while (open.length > 0 && derived.length < maxDerived) {
        const value = open.pop();
        if (value === undefined || reached.has(value)) continue;
        reached.add(value);
        derived.push({ ...part, values: { ...part.values, [right.property]: value } });
        open.push(...(steps.get(value) ?? []).map((it) => valueOf(it, right)));
      }
    }
    this.cut ||= derived.length >= maxDerived;
    this.#indexes.clear();
    this.#parts.set(left.rule, derived);
  }
}

/** From the last condition's right side on, each rule that a condition ties to those before it. */
function orderOf(conditions: readonly Condition[]): string[] {
  const last = conditions.at(-1)?.right.rule;
  const order = last === undefined ? [] : [last];
  const names = new Set(conditions.flatMap((it) => [it.left.rule, it.right.rule]));
  while (order.length < names.size) {
    const tied = conditions.flatMap(({ left, right }) =>
      order.includes(left.rule) === order.includes(right.rule)
        ? []
        : [order.includes(left.rule) ? right.rule : left.rule],
    );
    order.push(tied[0] ?? [...names].find((it) => !order.includes(it))!);
  }
  return order;
}

const compare = {
  '==': (a: string, b: string) => a === b,
  '!=': (a: string, b: string) => a !== b,
  '~': within,
  '<': within,
  '>': (a: string, b: string) => within(b, a),
  '-->': () => true,
} as const;

function within(part: string, whole: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase());
}

function valueOf({ values, finding }: JoinPart, { property }: JoinSide): string | undefined {
  return property === 'path' ? finding.location.file : values[property];
}

/** The finding with what the metavariables of all rules stand for, its own first. */
function shown(finding: Finding, chosen: ReadonlyMap<string, JoinPart>): Finding {
  const values = Object.assign({}, ...[...chosen.values()].toReversed().map((it) => it.values)) as Record<
    string,
    string
  >;
  return { ...finding, message: finding.message.replace(/\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*/g, (it) => values[it] ?? it) };
}
