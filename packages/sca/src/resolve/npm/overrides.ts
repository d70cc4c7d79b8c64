import { intersectNpm, satisfiesNpm } from '../../versions/npm-range.ts';

/**
 * What `overrides` of a package.json say: other ranges for what packages ask for, for all of them or below a package alone.
 *
 * Source: https://docs.npmjs.com/cli/v11/configuring-npm/package-json#overrides
 */
export interface OverrideSet {
  readonly name: string;
  /** For which of its versions. */
  readonly range: string;
  /** What is asked for instead; undefined when only what is below it changes. */
  readonly value: string | undefined;
  readonly parent: OverrideSet | undefined;
  readonly children: readonly OverrideSet[];
}

/** Units: levels, and rules in all. */
const maxDepth = 10;
const maxRules = 5000;

/** `direct` are the project's own ranges: `$name` stands for one. */
export function readOverrides(json: unknown, direct: Readonly<Record<string, string>>): OverrideSet | undefined {
  if (typeof json !== 'object' || json === null || Object.keys(json).length === 0) return undefined;
  return readSet({ name: '', range: '*', json, parent: undefined }, { direct, count: 0 });
}

interface Written extends Pick<OverrideSet, 'name' | 'range' | 'parent'> {
  readonly json: unknown;
}

interface Reading {
  readonly direct: Readonly<Record<string, string>>;
  count: number;
}

function readSet({ name, range, json, parent }: Written, reading: Reading): OverrideSet {
  const below = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  const own: unknown = typeof json === 'string' ? json : below.find(([key]) => key === '.')?.[1];
  const value = typeof own === 'string' ? referred(own, reading.direct) : undefined;
  const children: OverrideSet[] = [];
  const set: OverrideSet = { name, range, value, parent, children };
  if (depthOf(set) > maxDepth) return set;
  for (const [key, child] of below.filter(([it]) => it !== '.')) {
    const found = /^(?<name>@?[^@]+)(?:@(?<range>.+))?$/s.exec(key)?.groups;
    reading.count += 1;
    if (!found || reading.count > maxRules) continue;
    children.push(readSet({ name: found['name']!, range: found['range'] ?? '*', json: child, parent: set }, reading));
  }
  return set;
}

function depthOf(set: OverrideSet): number {
  let depth = 0;
  for (let at = set.parent; at; at = at.parent) depth += 1;
  return depth;
}

function referred(value: string, direct: Readonly<Record<string, string>>): string {
  const name = value.startsWith('$') ? value.slice(1) : undefined;
  return name !== undefined && Object.hasOwn(direct, name) ? direct[name]! : value || '*';
}

/** What the rules say of an edge: the range to take, if another, and which rules hold below. */
export function overriddenBy(
  set: OverrideSet | undefined,
  name: string,
  range: string,
): { readonly value: string | undefined; readonly set: OverrideSet } | undefined {
  for (const rule of set ? rulesIn(set) : []) {
    if (rule.name !== name) continue;
    if (rule.range === '*' || (intersectNpm(range, rule.range) ?? true)) return { value: rule.value, set: rule };
  }
  return undefined;
}

/** The rules that hold below a package that was taken. */
export function overridesBelow(set: OverrideSet | undefined, name: string, version: string): OverrideSet | undefined {
  for (const rule of set ? rulesIn(set) : []) {
    if (rule.name !== name) continue;
    if (satisfiesNpm(version, rule.range) === true || satisfiesNpm(version, rule.value ?? rule.range) === true)
      return rule;
  }
  return set;
}

/** Nearest first. */
function rulesIn(set: OverrideSet): readonly OverrideSet[] {
  const rules: OverrideSet[] = [];
  for (let at: OverrideSet | undefined = set; at; at = at.parent) {
    rules.push(...at.children);
    if (at.parent) rules.push(at);
  }
  return rules;
}
