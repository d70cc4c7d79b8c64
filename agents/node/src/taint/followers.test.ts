import { expect, test } from 'vitest';
import { methods, type Method } from '../rewrite/methods.ts';
import { ended, follow, sourceOf, type Followed } from './context.ts';
import { taintText } from './deep.ts';
import { followers } from './followers.ts';
import { sum } from './operations.ts';

/** Runs a method on a text whose part in brackets came from outside; shows the result in the same way. */
function after(marked: string, method: Method, ...args: unknown[]): unknown {
  return inRequest((followed) => {
    const object = mark(followed, marked);
    const values = args.map((it) => (typeof it === 'string' && it.includes('[') ? mark(followed, it) : it));
    const result: unknown = Reflect.apply(String.prototype[method as 'trim'] as () => unknown, object, values);
    followers[method](followed, { result, object, args: values });
    return Array.isArray(result) ? [...result].map((it: unknown) => show(followed, it)) : show(followed, result);
  });
}

function inRequest<T>(work: (followed: Followed) => T): T {
  return follow({ method: 'GET', route: () => undefined }, (followed) => {
    try {
      return work(followed);
    } finally {
      ended(followed);
    }
  });
}

function mark(followed: Followed, marked: string): string {
  const [before = '', inside, behind = ''] = marked.split(/[[\]]/);
  if (inside === undefined) return ` ${marked}`.slice(1);
  const text = `${before}${inside}${behind}`;
  followed.store.set(text, [
    before.length,
    before.length + inside.length,
    sourceOf(followed, 'query parameter', 'q', inside),
    0,
  ]);
  return text;
}

function show(followed: Followed, text: unknown): unknown {
  if (typeof text !== 'string') return text;
  const ranges = followed.store.get(text) ?? [];
  let shown = text;
  for (let i = ranges.length - 4; i >= 0; i -= 4) {
    shown = `${shown.slice(0, ranges[i])}[${shown.slice(ranges[i], ranges[i + 1])}]${shown.slice(ranges[i + 1])}`;
  }
  return shown;
}

test.each<[string, Method, unknown[], unknown]>([
  ['hello [world]!', 'slice', [3], 'lo [world]!'],
  ['hello [world]!', 'slice', [-4, -1], '[rld]'],
  ['hello [world]!', 'substring', [9, 4], 'o [wor]'],
  ['hello [world]!', 'substr', [-6, 3], '[wor]'],
  ['  [ab] c  ', 'trim', [], '[ab] c'],
  ['  [abc]', 'trimStart', [], '[abc]'],
  ['a[bcd]', 'toUpperCase', [], 'A[BCD]'],
  ['a[xyz]', 'padStart', [6, '-'], '--a[xyz]'],
  ['a[xyz]', 'padEnd', [6, '-'], 'a[xyz]--'],
  ['a[xyz]', 'repeat', [2], 'a[xyz]a[xyz]'],
  ['a [name] b', 'replace', ['a', 'the'], 'the [name] b'],
  ['a [na-me] b', 'replaceAll', [/-/g, '+'], 'a [na][+][me] b'],
  ['a NAME b', 'replace', ['NAME', '[value]'], 'a [value] b'],
  ["it's [o'hara] x", 'replace', [/'/g, "''"], "it'['s o']['hara] x"],
  ['one,[two,three]', 'split', [','], ['one', '[two]', '[three]']],
  ['id=[abc42]', 'match', [/=(\w+)/], ['=[abc42]', '[abc42]']],
  ['abc', 'concat', ['-', '[def]'], 'abc-[def]'],
])('%s . %s(%s)', (text, method, args, result) => {
  expect(after(text, method, ...args)).toEqual(result);
});

test('JSON carries values in and out', () => {
  inRequest((followed) => {
    const text = taintText(followed, '{"name":"anna","tags":["one"],"n":1}', 'body', '');
    const parsed: unknown = JSON.parse(text);
    followers.parse(followed, { result: parsed, object: JSON, args: [text] });
    const { name, tags } = parsed as { name: string; tags: string[] };
    expect([name, tags[0]].map((it) => show(followed, it))).toEqual(['[anna]', '[one]']);
    const written = JSON.stringify({ constant: 'anna', name });
    followers.stringify(followed, { result: written, object: JSON, args: [{ constant: 'anna', name }] });
    const at = written.lastIndexOf('anna');
    expect(followed.store.get(written)?.slice(0, 2)).toEqual([at, at + 4]);
  });
});

test('bytes carry text', () => {
  inRequest((followed) => {
    const text = mark(followed, '[YW5uYQ==]');
    const bytes = Buffer.from(text, 'base64');
    followers.from(followed, { result: bytes, object: Buffer, args: [text, 'base64'] });
    const decoded = bytes.toString();
    followers.toString(followed, { result: decoded, object: bytes, args: [] });
    expect(show(followed, decoded)).toBe('[anna]');
  });
});

test('a sum is counted from its end', () => {
  inRequest((followed) => {
    const name = taintText(followed, 'anna', 'query parameter', 'q');
    const shown = (result: string, lengths: number[], ...parts: unknown[]): unknown => {
      sum(result, lengths, ...parts);
      return show(followed, result);
    };
    const two = Number('2');
    expect(shown(`${1 + two}${name}!`, [0, 0, 0, 1], 1, two, name)).toBe('3[anna]!');
    expect(shown(`a${name}b${name}c${null}`, [1, 1, 1, 0], name, name, null)).toBe('a[anna]b[anna]cnull');
    expect(shown(`${name}${[1, 2].toString()}.`, [0, 0, 1], name, [1, 2])).toBe('[anna1,2].');
  });
});

test('every method has its follower', () => {
  expect(Object.keys(followers).sort()).toEqual(Object.keys(methods).sort());
});
