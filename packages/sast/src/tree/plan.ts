import { flagBits, Flag, flagNames, Kind, Role, roleNames, type RoleName } from '../languages/kinds.ts';
import type { Choice as ChoiceRow, Keep, Parts, Pieces, Row, Table, Where } from '../languages/table.ts';
import type { Grammar } from '../parse/flat-tree.ts';
import type { Moves } from './moved.ts';
import type { Groups } from './regrouped.ts';
import type { Texts } from './texts.ts';

/** What a row does with its node, as numbers that one grammar understands. */
export interface Plan {
  readonly does: 'keep' | 'lift' | 'drop' | 'choose' | 'merge';
  readonly kind: number;
  readonly flags: number;
  readonly text: 'no' | 'all' | 'inside' | 'type';
  readonly operator: boolean;
  /** Field of the operator, where it is a node: -1 = none. */
  readonly operatorField: number;
  /** Role by field id, 0 = none. */
  readonly fieldRoles: Uint8Array;
  /** Role by grammar kind, 0 = none; `undefined` where no row of the table asks for types. */
  readonly typeRoles: Uint8Array | undefined;
  /** Roles of the first children without a field, then the one of all others. */
  readonly positions: readonly number[];
  readonly rest: number;
  readonly group: Group | undefined;
  readonly chain: Child | undefined;
  /** Grammar kind of the separating token, -1 = none. */
  readonly hole: number;
  /** Role in the next sibling, 0 = stays. */
  readonly before: number;
  /** Names in the text between its children. */
  readonly pieces: Pieces | undefined;
  readonly choice: Choice | undefined;
  readonly merge: Child | undefined;
}

interface Group {
  readonly kind: number;
  readonly role: number;
  readonly when: number;
  readonly roles: Uint8Array;
}

interface Choice {
  readonly test: 'has' | 'single' | 'in' | 'says' | 'like';
  readonly shape: RegExp | undefined;
  readonly child: Child;
  readonly parents: Uint8Array;
  readonly texts: readonly string[];
  readonly yes: Plan;
  readonly no: Plan;
}

/** A field, or a set of grammar kinds. */
export interface Child {
  readonly field: number;
  readonly kinds: Uint8Array | undefined;
}

/** A table made ready for one grammar. */
export interface Lowering {
  readonly table: Table;
  readonly grammar: Grammar;
  readonly texts: Texts;
  /** By grammar kind; `undefined` for most tokens and for nodes without a row. */
  readonly plans: readonly (Plan | undefined)[];
  /** Flag bits by grammar kind of a token. */
  readonly tokenFlags: Int32Array;
  /** The same, for the node before the token. */
  readonly flagsBefore: Int32Array;
  /** Text of the operator by grammar kind of a token, -1 for punctuation. */
  readonly operators: Int32Array;
  /** Text of the grammar's own name by grammar kind. */
  readonly names: Int32Array;
  /** Nodes that stand apart from where they belong. */
  readonly moves: Moves | undefined;
  /** Nodes that the grammar groups otherwise than the language does. */
  readonly groups: Groups | undefined;
  /** What the table names and this grammar does not have. Faults, if no grammar of the table has them. */
  readonly missing: readonly string[];
}

const nothing = new Uint8Array(0);
const blank: Plan = {
  does: 'lift',
  kind: Kind.Other,
  flags: 0,
  text: 'no',
  operator: false,
  operatorField: -1,
  fieldRoles: nothing,
  typeRoles: undefined,
  positions: [],
  rest: 0,
  group: undefined,
  chain: undefined,
  hole: -1,
  before: 0,
  pieces: undefined,
  choice: undefined,
  merge: undefined,
};

/** For nodes without a row, and for what stands before the definition that it belongs to. */
export const otherPlan: Plan = { ...blank, does: 'keep' };
export const beforePlan: Plan = { ...blank };
export const errorPlan: Plan = { ...blank, does: 'keep', kind: Kind.Error };
const dropPlan: Plan = { ...blank, does: 'drop' };

const punctuation = /^[(){}[\],;:]$/;

/** Translates a table's names into the numbers of a grammar. */
export function prepare(table: Table, grammar: Grammar, texts: Texts): Lowering {
  const names = new Names(grammar);
  const rows = new Map<string, Plan>();
  for (const [type, row] of Object.entries(table.nodes)) {
    if (names.isNode(type)) rows.set(type, planOf(row, names));
  }
  const tokens = new Map(Object.entries(table.tokens ?? {}).map(([token, row]) => [token, planOf(row, names)]));
  const symbols = grammar.symbols;
  const operatorOf = (token: string): number =>
    punctuation.test(token) ? -1 : texts.add(own(table.operators, token) ?? token);
  const flagsBy = (flags: Table['flags']): Int32Array =>
    Int32Array.from(symbols, (name, kind) => {
      const flag = grammar.named[kind] ? undefined : own(flags, name);
      return flag ? Flag[flag] : 0;
    });
  return {
    table,
    grammar,
    texts,
    plans: symbols.map((name, kind) => (grammar.named[kind] ? rows.get(name) : tokens.get(name))),
    tokenFlags: flagsBy(table.flags),
    flagsBefore: flagsBy(table.flagsBefore ?? {}),
    operators: Int32Array.from(symbols, (name, kind) => (grammar.named[kind] ? -1 : operatorOf(name))),
    names: Int32Array.from(symbols, (name) => texts.add(name)),
    moves: table.moves && { from: names.kinds(table.moves.from), into: names.kinds(table.moves.into) },
    groups: groupsOf(table, names),
    missing: [...names.missing],
  };
}

function groupsOf({ folds = [], binds }: Table, names: Names): Groups | undefined {
  if (folds.length === 0 && !binds) return undefined;
  return {
    folds: names.anyOf(folds),
    tight: names.anyOf(binds?.tight ?? []),
    loose: names.anyOf(binds?.loose ?? []),
    wraps: names.anyOf(binds ? [binds.through] : []),
  };
}

/** A token may be called `constructor`. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Looks names up and remembers those that the grammar does not have. */
class Names {
  readonly missing = new Set<string>();
  readonly #grammar: Grammar;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
  }

  isNode(type: string): boolean {
    const found = this.#grammar.symbols.some((name, kind) => name === type && this.#grammar.named[kind]);
    if (!found) this.missing.add(`node ${type}`);
    return found;
  }

  field(name: string): number {
    const field = this.#grammar.fields.indexOf(name, 1);
    if (field < 0) this.missing.add(`field ${name}`);
    return field;
  }

  /** One for every grammar kind of that name. */
  kinds(type: string): Uint8Array {
    const kinds = Uint8Array.from(this.#grammar.symbols, (name) => (name === type ? 1 : 0));
    if (!kinds.includes(1)) this.missing.add(`node ${type}`);
    return kinds;
  }

  /** One for every grammar kind of any of these names. */
  anyOf(types: readonly string[]): Uint8Array {
    const found = types.map((it) => this.kinds(it));
    return Uint8Array.from(this.#grammar.symbols, (_, kind) => (found.some((it) => it[kind] === 1) ? 1 : 0));
  }

  token(name: string): number {
    return this.#grammar.symbols.findIndex((symbol, kind) => symbol === name && !this.#grammar.named[kind]);
  }

  child(where: Where): Child {
    return where.startsWith('@')
      ? { field: -1, kinds: this.kinds(where.slice(1)) }
      : { field: this.field(where), kinds: undefined };
  }

  /** A field, or any of several `@types`. */
  children(wheres: readonly Where[]): Child {
    const [first = '', ...more] = wheres;
    const child = this.child(first);
    for (const where of more) this.kinds(where.slice(1)).forEach((yes, kind) => yes && (child.kinds![kind] = 1));
    return child;
  }

  byField(): Uint8Array {
    return new Uint8Array(this.#grammar.fields.length);
  }

  byKind(): Uint8Array {
    return new Uint8Array(this.#grammar.symbols.length);
  }
}

function planOf(row: Row, names: Names): Plan {
  if (row === 'drop') return dropPlan;
  if (row === 'lift') return blank;
  if ('when' in row) return { ...blank, does: 'choose', choice: choiceOf(row, names) };
  if ('lift' in row) {
    return { ...blank, ...partsOf(row.lift, names), flags: flagBits(row.flags ?? []), pieces: row.pieces };
  }
  if ('merge' in row) {
    const kind = row.many ? Kind[row.many] : Kind.Other;
    return { ...blank, ...partsOf(row, names), does: 'merge', kind, merge: names.child(row.merge) };
  }
  return keepPlan(row, names);
}

function keepPlan(row: Keep, names: Names): Plan {
  return {
    ...blank,
    ...partsOf(row, names),
    does: 'keep',
    kind: Kind[row.is],
    flags: flagBits(row.flags ?? []),
    text: row.text ?? 'no',
    operator: row.operator !== undefined,
    operatorField: typeof row.operator === 'string' ? names.field(row.operator) : -1,
    group: row.group && groupOf(row.group, names),
    chain: row.chain === undefined ? undefined : names.children([row.chain].flat()),
    hole: row.hole ? names.token(row.hole) : -1,
    before: row.before ? Role[row.before] : 0,
    pieces: row.pieces,
  };
}

function groupOf(group: NonNullable<Keep['group']>, names: Names): Group {
  const roles = names.byField();
  for (const [field, role] of Object.entries(group.of)) roles[names.field(field)] = Role[role];
  return { kind: Kind[group.is], role: Role[group.as], when: names.field(group.when), roles };
}

function choiceOf(row: ChoiceRow, names: Names): Choice {
  const { when } = row;
  const parents = names.byKind();
  if ('in' in when) {
    for (const type of when.in) names.kinds(type).forEach((yes, kind) => yes && (parents[kind] = 1));
  }
  const where = 'has' in when ? when.has : 'says' in when ? when.at : undefined;
  return {
    test: testOf(when),
    shape: 'like' in when ? when.like : undefined,
    child: where === undefined ? { field: -1, kinds: undefined } : names.child(where),
    parents,
    texts: 'says' in when ? when.says : [],
    yes: planOf(row.use, names),
    no: planOf(row.otherwise, names),
  };
}

function testOf(when: ChoiceRow['when']): Choice['test'] {
  if ('has' in when) return 'has';
  if ('in' in when) return 'in';
  if ('says' in when) return 'says';
  return 'like' in when ? 'like' : 'single';
}

type PartPlan = Pick<Plan, 'fieldRoles' | 'typeRoles' | 'positions' | 'rest'>;

function partsOf(parts: Parts, names: Names): PartPlan {
  const fieldRoles = names.byField();
  const typeRoles = names.byKind();
  const positions: number[] = [];
  let rest = 0;
  for (const [role, where] of rolesIn(parts)) {
    if (where === '#*') rest = role;
    else if (where.startsWith('#')) positions[Number(where.slice(1))] = role;
    else if (where.startsWith('@')) names.kinds(where.slice(1)).forEach((yes, kind) => yes && (typeRoles[kind] = role));
    else if (names.field(where) >= 0) fieldRoles[names.field(where)] = role;
  }
  return {
    fieldRoles,
    typeRoles: typeRoles.some((role) => role > 0) ? typeRoles : undefined,
    positions: Array.from(positions, (role) => role ?? 0),
    rest,
  };
}

function rolesIn(parts: Parts): [role: number, where: Where][] {
  const isRole = (name: string): name is RoleName => (roleNames as readonly string[]).includes(name);
  return Object.entries(parts).flatMap(([name, where]) => {
    if (!isRole(name) || where === undefined) return [];
    return [where].flat().map((it): [number, Where] => [Role[name], it]);
  });
}

/** Names of the flags in a column's bits, for prints. */
export function flagsIn(bits: number): string[] {
  return flagNames.filter((name) => (bits & Flag[name]) !== 0);
}
