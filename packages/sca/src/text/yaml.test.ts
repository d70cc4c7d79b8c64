import { expect, test } from 'vitest';
import type { JsonValue } from './json.ts';
import { readYaml } from './yaml.ts';

function plain(value: JsonValue): unknown {
  if (value.is === 'array') return value.items.map(plain);
  return value.is === 'object' ? Array.from(value.members, ([key, it]) => [key, plain(it.value)]) : value.value;
}

const read = (text: string): unknown => readYaml(text).documents.map(plain);

test.each([
  [
    'a: 1.10\nb: true\nc:\nd: ~\n',
    [
      [
        ['a', '1.10'],
        ['b', true],
        ['c', null],
        ['d', null],
      ],
    ],
  ],
  [
    'a:\n  b:\n    c: x y # no\n  d: "q\\"\\u0041 # yes"\n',
    [
      [
        [
          'a',
          [
            ['b', [['c', 'x y']]],
            ['d', 'q"A # yes'],
          ],
        ],
      ],
    ],
  ],
  [
    "'it''s': {a: [1, 'x, y', \"}\"], b: {}}\r\n",
    [
      [
        [
          "it's",
          [
            ['a', ['1', 'x, y', '}']],
            ['b', []],
          ],
        ],
      ],
    ],
  ],
  [
    '- a\n- b: 1\n  c: 2\n-\n  - d\n',
    [
      [
        'a',
        [
          ['b', '1'],
          ['c', '2'],
        ],
        ['d'],
      ],
    ],
  ],
  [
    'a:\n- 1\n- 2\nb: 3\n',
    [
      [
        ['a', ['1', '2']],
        ['b', '3'],
      ],
    ],
  ],
  [
    'a: |\n  line: 1\n  line: 2\nb: >-\n  x\nc: 1\n',
    [
      [
        ['a', 'line: 1\n  line: 2'],
        ['b', 'x'],
        ['c', '1'],
      ],
    ],
  ],
  [
    '? a long key\n: b: 1\n  c: 2\nd: 3\n',
    [
      [
        [
          'a long key',
          [
            ['b', '1'],
            ['c', '2'],
          ],
        ],
        ['d', '3'],
      ],
    ],
  ],
  ['---\na: 1\n---\nb: 2\n...\n', [[['a', '1']], [['b', '2']]]],
  [
    'a: &x 1\nb: *x\nc: !!str 2\n',
    [
      [
        ['a', '1'],
        ['b', '*x'],
        ['c', '2'],
      ],
    ],
  ],
  [
    'a: first\n  second\nb: "one\n  two"\n',
    [
      [
        ['a', 'first second'],
        ['b', 'one two'],
      ],
    ],
  ],
  ['https://x.example/a@1: {u: https://y.example/b}\n', [[['https://x.example/a@1', [['u', 'https://y.example/b']]]]]],
  [
    'a: {b: 1,\n  c: 2}\nd: 3\n',
    [
      [
        [
          'a',
          [
            ['b', '1'],
            ['c', '2'],
          ],
        ],
        ['d', '3'],
      ],
    ],
  ],
  ['__proto__: 1\n', [[['__proto__', '1']]]],
] as const)('%j', (text, wanted) => {
  expect(read(text)).toEqual(wanted);
  expect(readYaml(text).faults).toEqual([]);
});

test('a mark may have a comment, a tag or the document behind it', () => {
  expect(read('--- #YAML:1.0\na: 1\n')).toEqual([[['a', '1']]]);
  expect(read('--- !ruby/object:Gem::Specification\nname: x\n... # end\n--- !t {b: 2}\n')).toEqual([
    [['name', 'x']],
    [['b', '2']],
  ]);
  expect(read('--- text\n---\na: 1\n')).toEqual(['text', [['a', '1']]]);
});

test('keeps the good part of a broken text and says where it is broken', () => {
  const { documents, faults } = readYaml('a: 1\nnonsense\n    deep: 1\nb: "open\nc: 2\nc: 3\n');
  expect(documents.map(plain)).toEqual([
    [
      ['a', '1 '],
      ['b', 'open'],
      ['c', '3'],
    ].map((it) => [it[0], it[1]!.trim()]),
  ]);
  expect(faults.map((it) => [it.offset, it.message])).toEqual([
    [5, 'expected a key and a colon'],
    [18, 'indented deeper than the keys before it'],
    [29, 'a quote is not closed'],
    [40, 'the key "c" is there twice'],
  ]);
});

test('positions are those of the keys', () => {
  const [document] = readYaml('a:\n  "b c": 1\n').documents;
  const a = document?.is === 'object' ? document.members.get('a') : undefined;
  expect(a).toMatchObject({ start: 0, end: 1 });
  expect(a?.value.is === 'object' && a.value.members.get('b c')).toMatchObject({ start: 5, end: 10 });
});

test.each([
  ['maps', Array.from({ length: 20_000 }, (_, at) => `${' '.repeat(at % 3000)}a:`).join('\n')],
  ['lists', '- '.repeat(100_000)],
  ['flow', `a: ${'{b: '.repeat(100_000)}`],
  ['quotes', 'a: "\n'.repeat(20_000)],
  ['questions', '? '.repeat(50_000)],
  ['blanks', `a: "${' '.repeat(300_000)}x"\nb: "${' '.repeat(30_000)}\n${' '.repeat(30_000)}x"\nc`],
])('hostile %s end in faults', (_, text) => {
  expect(readYaml(text).faults.length).toBeGreaterThan(0);
});
