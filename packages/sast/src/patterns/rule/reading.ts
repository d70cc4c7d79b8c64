import type { Place } from './formula.ts';
import type { RuleFault } from './rule.ts';

export type Path = readonly (string | number)[];
/** Where the part of a rule that a path leads to stands in the rule's file. */
export type PlaceOf = (path: Path) => Place;
export type Keys = Readonly<Record<string, unknown>>;

const maxDepth = 100;

/** One rule on its way from an unknown value to typed ones: every reader reports here what does not hold, and goes on. */
export class Reading {
  readonly faults: RuleFault[] = [];
  rule: string | undefined;
  readonly #placeOf: PlaceOf;

  constructor(placeOf: PlaceOf) {
    this.#placeOf = placeOf;
  }

  at(path: Path): Place {
    return this.#placeOf(path);
  }

  /** Returns undefined, so that a reader can end with it. */
  fault(path: Path, reason: string): undefined {
    this.faults.push({ rule: this.rule, ...this.#placeOf(path), reason });
    return undefined;
  }

  /** Numbers count as text: YAML reads an unquoted 1 or true as what it looks like. */
  text(value: unknown, path: Path): string | undefined {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.fault(path, `${nameAt(path)}: must be a text`);
  }

  texts(value: unknown, path: Path): string[] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return [this.text(value, path)].filter((it) => it !== undefined);
    return value.map((it: unknown, i) => this.text(it, [...path, i])).filter((it) => it !== undefined);
  }

  list(value: unknown, path: Path): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.fault(path, `${nameAt(path)}: must be a list`);
    return [];
  }

  keys(value: unknown, path: Path): Keys | undefined {
    if (path.length > maxDepth) return this.fault(path, 'nested too deep');
    if (isKeys(value)) return value;
    return this.fault(path, `${nameAt(path)}: must be a map of keys`);
  }

  flag(value: unknown, path: Path, otherwise: boolean): boolean {
    if (value === undefined) return otherwise;
    if (typeof value === 'boolean') return value;
    this.fault(path, `${nameAt(path)}: must be true or false`);
    return otherwise;
  }

  metavariable(value: unknown, path: Path): string | undefined {
    const name = this.text(value, path);
    if (name === undefined) return undefined;
    if (metavariableShape.test(name)) return name;
    return this.fault(path, `${name} is not a metavariable: $ and capital letters, digits or _`);
  }

  /** A key of this map that `known` does not list is a mistake, most often of spelling. */
  unknownKeys(keys: Keys, known: readonly string[], path: Path): void {
    for (const key of Object.keys(keys)) if (!known.includes(key)) this.fault([...path, key], `unknown key "${key}"`);
  }
}

const metavariableShape = /^\$(?:\.\.\.)?(?:[A-Z_][A-Z_0-9]*|\d+)$/;

export function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameAt(path: Path): string {
  const names = path.filter((it) => typeof it === 'string');
  return String(names.at(-1) ?? 'rule');
}
