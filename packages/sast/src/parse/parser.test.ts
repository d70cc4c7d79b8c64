import { expect, test } from 'vitest';
import { coreFromDisk, grammarFromDisk, parserFromDisk } from '../../testing/from-disk.ts';
import {
  endOf,
  fieldNameOf,
  firstChildOf,
  hasError,
  isError,
  isMissing,
  kindNameOf,
  nextOf,
  nextSiblingOf,
  parentOf,
  startOf,
  textOf,
  type FlatTree,
} from './flat-tree.ts';
import { grammars, type GrammarName } from './grammars.ts';
import { compile } from './wasm-api.ts';

const parser = parserFromDisk();
const names = Object.keys(grammars) as GrammarName[];

function treeOf(text: string, grammar: GrammarName = 'javascript', by = parser): FlatTree {
  const parsed = by.parse(text, grammar);
  if (parsed.is === 'problem') throw new Error(parsed.problem.message);
  return parsed.tree;
}

/** One line a node: its depth, field, kind, and the text of a leaf. */
function print(tree: FlatTree, node = 0, depth = 0): string[] {
  const field = fieldNameOf(tree, node);
  const first = firstChildOf(tree, node);
  const leaf = first < 0 ? ` ${JSON.stringify(textOf(tree, node))}` : '';
  const lines = [`${'  '.repeat(depth)}${field && `${field}: `}${kindNameOf(tree, node)}${leaf}`];
  for (let child = first; child >= 0; child = nextSiblingOf(tree, child)) lines.push(...print(tree, child, depth + 1));
  return lines;
}

/** The texts of all nodes of a kind. */
function textsOf(tree: FlatTree, kind: string): string[] {
  const texts: string[] = [];
  for (let node = 0; node < tree.size; node++) if (kindNameOf(tree, node) === kind) texts.push(textOf(tree, node));
  return texts;
}

/** Children lie within their parents, one after the other, and every node says truly where its last descendant is. */
function expectSound(tree: FlatTree): void {
  const last = new Int32Array(tree.size);
  let wrong = 0;
  for (let node = tree.size - 1; node >= 0; node--) {
    const parent = parentOf(tree, node);
    if (nextOf(tree, node) !== Math.max(last[node]!, node + 1)) wrong++;
    if (startOf(tree, node) < 0 || startOf(tree, node) > endOf(tree, node) || endOf(tree, node) > tree.text.length)
      wrong++;
    if (parent >= node || (parent < 0 && node > 0)) wrong++;
    if (parent < 0) continue;
    last[parent] = Math.max(last[parent]!, nextOf(tree, node));
    if (startOf(tree, node) < startOf(tree, parent) || endOf(tree, node) > endOf(tree, parent)) wrong++;
  }
  expect(wrong).toBe(0);
}

function expectEnd(text: string, name: GrammarName): void {
  const parsed = parser.parse(text, name);
  if (parsed.is === 'tree') expectSound(parsed.tree);
  else expect(parsed.problem.code).toMatch(/^parse-(budget|failed)$/);
}

test('a tree has kinds, fields and texts', () => {
  expect(print(treeOf('f(a, 1);'))).toEqual([
    'program',
    '  expression_statement',
    '    call_expression',
    '      function: identifier "f"',
    '      arguments: arguments',
    '        ( "("',
    '        identifier "a"',
    '        , ","',
    '        number "1"',
    '        ) ")"',
    '    ; ";"',
  ]);
});

test('what cannot be read is an error node, what is missing an empty one', () => {
  const tree = treeOf('f(;\nlet a = ]1');
  const marks = Array.from({ length: tree.size }, (_, node) => node).filter(
    (it) => isError(tree, it) || isMissing(tree, it),
  );
  expect(marks.map((it) => `${kindNameOf(tree, it)} ${JSON.stringify(textOf(tree, it))}`)).toEqual([
    ') ""',
    'ERROR "]"',
  ]);
  expect(hasError(tree, 0)).toBe(true);
  expect(hasError(treeOf('f();'), 0)).toBe(false);
});

test('a node outside the tree is refused, and not read as a number', () => {
  const tree = treeOf('a');
  expect(() => startOf(tree, tree.size)).toThrow(RangeError);
  expect(() => nextOf(tree, -1)).toThrow(RangeError);
});

test.each([
  ['letters of two bytes', 'let é = "ü"; eval(x)'],
  ['pairs of surrogates', 'let a = "😀𝒳"; eval(x)'],
  ['a byte order mark', '\uFEFFeval(x)'],
  ['a lone surrogate', 'let a = "\uD83D"; eval(x)'],
  ['two in the wrong order', 'let a = "\uDE00\uD83D"; eval(x)'],
  ['the sign of broken UTF-8', 'let a = "\uFFFD\uFFFD"; eval(x)'],
  ['a NUL', 'let a = "\0"; eval(x)'],
  ['line ends of three kinds', 'a\r\nb\rc\u2028eval(x)'],
])('offsets are indices into the text: %s', (_, text) => {
  const tree = treeOf(text);
  expectSound(tree);
  expect(textsOf(tree, 'call_expression')).toEqual(['eval(x)']);
});

test('a pair of surrogates may lie across the chunks that the lexer reads', () => {
  for (let before = 2030; before < 2060; before++) {
    const tree = treeOf(`"${'a'.repeat(before)}😀${'b'.repeat(3000)}"; eval(x)`);
    expect(textsOf(tree, 'call_expression')).toEqual(['eval(x)']);
  }
});

test('a surrogate at the end reads nothing of the text before', () => {
  treeOf('x = "\uDE00\uDE00\uDE00\uDE00\uDE00\uDE00\uDE00\uDE00"');
  const tree = treeOf('a\uD83D');
  expect(endOf(tree, 0)).toBe(2);
});

test.each(names)('an empty text is a tree: %s', (name) => {
  const tree = treeOf('', name);
  expectSound(tree);
  expect([startOf(tree, 0), endOf(tree, 0), nextOf(tree, 0)]).toEqual([0, 0, tree.size]);
});

const deep = 50_000;
test.each(names)('50,000 nested brackets end in a tree or a problem: %s', (name) => {
  for (const [open, close] of ['()', '[]', '{}'] as const) {
    expectEnd(open!.repeat(deep) + close!.repeat(deep), name);
    expectEnd(open!.repeat(deep), name);
  }
  expect(textsOf(treeOf('eval(x)'), 'call_expression')).toEqual(['eval(x)']);
});

test.each([
  ['javascript', 'a(', ')'],
  ['javascript', '`${', '}`'],
  ['javascript', 'if(a)', 'b'],
  ['typescript', 'a<', '>'],
  ['tsx', '<a>', '</a>'],
  ['python', 'not ', 'a'],
  ['python', 'lambda:', 'a'],
  ['java', '(int)', 'a'],
  ['go', 'a.', 'a'],
  ['json', '{"a":', '}'],
  ['yaml', '- ', ''],
  ['yaml', '? ', ''],
] as const)('50,000 nested parts of the language end in a tree or a problem: %s, %s', (name, open, close) => {
  expectEnd(open.repeat(deep) + close.repeat(deep), name);
  expectEnd(open.repeat(deep), name);
});

test('nested brackets are a whole tree', () => {
  const tree = treeOf(`x=${'['.repeat(deep)}${']'.repeat(deep)}`);
  expect(textsOf(tree, 'array')).toHaveLength(deep);
  expect(hasError(tree, 0)).toBe(false);
});

test('10 MB of minified code are a tree', () => {
  const one = 'function a(b,c){return b?c+1:d[e](f,"g")||!h}var i=[1,2,{j:k}];';
  const tree = treeOf(one.repeat(Math.ceil(1e7 / one.length)));
  expect(endOf(tree, 0)).toBeGreaterThanOrEqual(1e7);
  expect(hasError(tree, 0)).toBe(false);
});

/** The same numbers on every run. */
function* random(): Generator<number> {
  for (let state = 7; ;) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    yield state >>> 16;
  }
}

function noise(length: number, unit: (random: number) => number): string {
  const units: number[] = [];
  for (const it of random()) {
    if (units.push(unit(it)) === length) break;
  }
  return units.map((it) => String.fromCharCode(it)).join('');
}

test.each([
  ['printable', noise(30_000, (it) => 32 + (it % 95))],
  ['bytes', noise(30_000, (it) => it % 256)],
  ['any code unit', noise(30_000, (it) => it)],
  ['brackets and quotes', noise(20_000, (it) => '()[]{}<>"\'`\n ,:-#/*'.charCodeAt(it % 20))],
  ['NULs', '\0'.repeat(200_000)],
  ['lone surrogates', '\uD800'.repeat(200_000)],
  ['U+FFFD', '\uFFFD'.repeat(200_000)],
])('noise ends in a tree or a problem in every language: %s', (_, text) => {
  for (const name of names) expectEnd(text, name);
});

test('work is counted: too much of it is a problem, the same one in every instance', () => {
  const quotes = '"'.repeat(20_001);
  const expected = {
    is: 'problem',
    problem: {
      code: 'parse-budget',
      message: 'Parsing was given up after 22501 units of work: the text is too ambiguous or too damaged.',
    },
  };
  expect(parser.parse(quotes, 'javascript')).toEqual(expected);
  expect(parserFromDisk().parse(quotes, 'javascript')).toEqual(expected);
});

test('the work of a text depends on nothing before it', () => {
  const text = 'for (const a of b) { c(d => `e${f}`, g?.h); }\n'.repeat(200);
  const workOf = (by: typeof parser): number => {
    const parsed = by.parse(text, 'javascript');
    return parsed.is === 'tree' ? parsed.work : -1;
  };
  const fresh = workOf(parserFromDisk());
  const used = parserFromDisk();
  for (const name of names) used.parse('{"a": [1]}', name);
  expect([fresh, workOf(used), workOf(used)]).toEqual([268, 268, 268]);
});

test('a text that takes too much memory is a problem, and the next one is read by a fresh instance', () => {
  const small = parserFromDisk({ memoryCeiling: 2 ** 20 });
  const tooMuch = {
    is: 'problem',
    problem: {
      code: 'parse-failed',
      message: 'The parser failed on this text: it takes too much memory for its length.',
    },
  };
  for (let round = 0; round < 3; round++) {
    expect(small.parse('a(b);'.repeat(20_000), 'javascript')).toEqual(tooMuch);
    expect(textsOf(treeOf('eval(x)', 'javascript', small), 'call_expression')).toEqual(['eval(x)']);
    expect(textsOf(treeOf('eval(x)', 'python', small), 'call')).toEqual(['eval(x)']);
  }
});

test('the instance is not kept after a giant text', () => {
  for (let round = 0; round < 2; round++) {
    treeOf(';'.repeat(700_000));
    expect(textsOf(treeOf('eval(x)'), 'call_expression')).toEqual(['eval(x)']);
  }
});

test('trees outlive the texts that are parsed after them', () => {
  const first = treeOf('first(a)');
  const second = treeOf('second(b)', 'python');
  expect([textsOf(first, 'call_expression'), textsOf(second, 'call')]).toEqual([['first(a)'], ['second(b)']]);
});

test('compiled modules do as well as bytes, so that workers can share them', () => {
  const core = compile(coreFromDisk());
  const shared = parserFromDisk({ core, grammar: (name) => compile(grammarFromDisk(name)) });
  expect(textsOf(treeOf('package a\n\nvar b = eval(x)\n', 'go', shared), 'call_expression')).toEqual(['eval(x)']);
});
