import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenIn } from '../../testing/invariants.ts';
import { faultsOf } from '../../testing/required.ts';
import { irOf, parser, treeOf } from '../../testing/trees.ts';
import { kindNames } from './kinds.ts';
import { sourceOf } from '../tree/tree.ts';
import { prepare } from '../tree/plan.ts';
import { Texts } from '../tree/texts.ts';
import { kindNameOf, textOf } from '../parse/flat-tree.ts';
import { dockerfileNodes } from '../parse/dockerfile/grammar.ts';
import type { GrammarName } from '../parse/grammars.ts';
import { languageOf, languages } from './index.ts';
import type { Row, Table } from './table.ts';

const tables = [...new Set(languages.map((it) => it.table))];

interface NodeType {
  readonly type: string;
  readonly named: boolean;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly subtypes?: readonly unknown[];
}

function nodeTypes(grammar: GrammarName): NodeType[] {
  if (grammar === 'dockerfile') {
    const own = Object.entries(dockerfileNodes).map(([type, fields]) => {
      return { type, named: true, fields: Object.fromEntries(fields.map((it) => [it, true])) };
    });
    return [...own, ...nodeTypes('bash')];
  }
  const file = new URL(`../../grammars/${grammar}/node-types.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as NodeType[];
}

/** The fields that a row asks for, of its own node. */
function fieldsOf(row: Row): string[] {
  if (typeof row === 'string') return [];
  if ('when' in row) {
    const where = 'has' in row.when ? row.when.has : 'says' in row.when ? (row.when.at ?? '@') : '@';
    const asked = where.startsWith('@') ? [] : [where];
    return [...asked, ...fieldsOf(row.use), ...fieldsOf(row.otherwise)];
  }
  const {
    flags: _flags,
    hole: _hole,
    pieces: _pieces,
    before: _before,
    text: _text,
    is: _is,
    many: _many,
    operator,
    ...parts
  } = {
    ...('lift' in row ? row.lift : row),
  } as Record<string, unknown>;
  const named = typeof operator === 'string' ? [operator] : [];
  const group = parts['group'] as { when: string; of: Record<string, string> } | undefined;
  const wheres = Object.entries(parts).flatMap(([name, where]) =>
    name === 'group' ? [] : ([where].flat() as string[]),
  );
  return [...named, ...wheres, ...(group ? [group.when, ...Object.keys(group.of)] : [])].filter(
    (it) => !/^[@#]/.test(it),
  );
}

describe.each(tables.map((table) => [table.name, table] as const))('%s', (_, table: Table) => {
  const names = table.grammars as readonly GrammarName[];

  test('names only nodes and fields that one of its grammars has', () => {
    const missing = names.map((it) => new Set(prepare(table, parser.grammar(it), new Texts()).missing));
    expect([...missing[0]!].filter((it) => missing.every((set) => set.has(it)))).toEqual([]);
  });

  test('asks each node only for fields that this node has', () => {
    const types = names.flatMap(nodeTypes).filter((it) => it.named);
    const wrong = Object.entries(table.nodes).flatMap(([type, row]) => {
      const fields = types.filter((it) => it.type === type).flatMap((it) => Object.keys(it.fields ?? {}));
      return fieldsOf(row).flatMap((field) => (fields.includes(field) ? [] : [`${type}.${field}`]));
    });
    expect(wrong).toEqual([]);
  });

  test('has a row for every type of node, but for these', () => {
    const types = names.flatMap(nodeTypes).filter((it) => it.named && !it.subtypes);
    const without = [...new Set(types.map((it) => it.type))].filter((it) => !(it in table.nodes));
    expect(without).toMatchSnapshot();
  });
});

/** What is lawful in a sample although the check of parts objects. */
const lawful: Readonly<Record<string, readonly string[]>> = {
  'javascript.js': ['FuncDef - name', 'Xml - name', 'If - consequence', 'ForEach - body'],
  'typescript.ts': ['FuncDef - body', 'FuncDef - name', 'ClassDef - name'],
  'python.py': ['Param - name', 'Throw - value'],
  // The last two: `Outer.super.run()`, whose `super` stands in no field.
  'Sample.java': ['FuncDef - body', 'FuncDef - name', 'Member - name', 'Call + callee', 'Call ? Super'],
  'sample.rb': [
    'Pair - value',
    'Member - name',
    'FuncDef - body',
    'Call - callee',
    'Param - name',
    'ClassDef - name',
    'Lambda - body',
  ],
  'sample.php': [
    'FuncDef - body',
    'FuncDef - name',
    'Param - name',
    'Cond - consequence',
    'Throw - value',
    'New - callee',
    'Call - callee',
  ],
  'sample.cs': [
    'Unary - value',
    'Index - object',
    'FuncDef - body',
    'FuncDef - name',
    'Throw - value',
    'ForEach - iter',
    'New - callee',
    'CompFor - iter',
  ],
  'sample.kt': ['FuncDef - body', 'FuncDef - name', 'ClassDef - name'],
  'sample.rs': ['FuncDef - body', 'Param - name', 'Pair - value', 'Decorator - value'],
  'sample.cpp': [
    'FieldDef - name',
    'FuncDef - body',
    'FuncDef - name',
    'Param - name',
    'Throw - value',
    'Binary - left',
    'Binary - right',
  ],
  'sample.sh': ['Binary - right', 'If + consequence', 'ForEach + iter', 'FuncDef - body'],
  'sample.tf': ['CompFor + target'],
  'sample.lua': ['FuncDef - body', 'ForEach + iter', 'Lambda - body', 'Param - name'],
  'sample.scala': ['FuncDef - body', 'FuncDef - name'],
  'sample.ex': ['Binary + left', 'Unary - value'],
  'sample.c': ['FuncDef - body', 'Param - name'],
  // An instruction is called by its word.
  Dockerfile: ['Call - callee'],
  // Clauses of queries are called by their first word.
  'sample.cls': ['FuncDef - body', 'FuncDef - name', 'Call - callee'],
  'sample.xml': ['Call - callee'],
  'sample.sql': ['Cast ? Symbol'],
  'sample.dart': [
    'FuncDef - body',
    'VarDef ? VarDef',
    'Try - body',
    'Try ? Type',
    'Throw - value',
    'Catch + target',
    'Assert + test',
    'ClassDef ? Type',
    'Binary - right',
    'Binary + right',
  ],
  'sample.swift': ['Tuple ? Type', 'FuncDef - body', 'FuncDef - name', 'If + test', 'If + consequence'],
  // Both branches of an `if` stand in the same field.
  'sample.sol': [
    'FuncDef - body',
    'FuncDef - name',
    'Param - name',
    'If + consequence',
    'Call - callee',
    'Catch + target',
  ],
  'sample.go': ['FuncDef - body', 'FieldDef - name', 'Param - name', 'ForEach - target'],
};
const samples = new URL('../../testing/samples/', import.meta.url);

test('every language has a sample of its constructs', () => {
  const sampled = readdirSync(samples).map((it) => languageOf(it)?.grammar);
  expect(languages.map((it) => it.grammar).filter((it) => !sampled.includes(it))).toEqual([]);
});

describe.each(readdirSync(samples))('%s', (file) => {
  const text = readFileSync(new URL(file, samples), 'utf8');

  test('has no node that the table does not know', () => {
    const unknown: string[] = [];
    const flat = parser.parse(text, languageOf(file)!.grammar);
    treeOf(file, text, (what, node) => {
      if (flat.is !== 'tree' || (what !== 'other' && what !== 'error')) return;
      unknown.push(`${kindNameOf(flat.tree, node)}: ${textOf(flat.tree, node).slice(0, 60)}`);
    });
    expect(unknown).toEqual([]);
  });

  test('has nodes with the parts that their kinds need', () => {
    const { faults } = faultsOf(treeOf(file, text));
    expect(faults.filter((it) => !lawful[file]?.includes(it.fault))).toEqual([]);
  });

  test('has an IR that keeps the rules and leaves nothing unread', () => {
    const ir = irOf(file, text);
    expect(brokenIn(ir)).toEqual([]);
    expect(ir.unread.map((it) => `${kindNames[ir.tree.kind[it]!]}: ${sourceOf(ir.tree, it)}`)).toEqual([]);
  });
});
