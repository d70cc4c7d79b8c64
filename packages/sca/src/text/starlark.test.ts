import { expect, test } from 'vitest';
import { readStarlark } from './starlark.ts';

const shape = (text: string): unknown =>
  readStarlark(text).calls.map((it) => [
    it.name,
    it.positional.map((value) => ('value' in value ? value.value : value.is)),
    Object.fromEntries(Array.from(it.named, ([key, value]) => [key, 'value' in value ? value.value : value.is])),
  ]);

test('reads calls with texts in every kind of quotes, and steps over what it does not understand', () => {
  expect(
    shape(`# f("no")
f("a\\"b", 'c', """d
e""", r"f", x = [1, 2], y = {"k": g("z")}, z = lambda it: it + 1, w = "last")
[h(i) for i in LIST]
def k(a, b = None):
    if a: m("in")
`),
  ).toEqual([
    ['f', ['a\\"b', 'c', 'd\ne', 'f'], { x: 'list', y: 'unknown', z: 'unknown', w: 'last' }],
    ['k', ['unknown'], { b: 'unknown' }],
    ['m', ['in'], {}],
  ]);
});

test('names have the value that they were given before, lists and texts are put together', () => {
  expect(
    shape('A = "x"\nA += "y"\nB = ("p" + A)\nf(A, B, "%s-%s" % (A, "z"), "{}{n}{0}".format(A, n = "-"), C)\n'),
  ).toEqual([['f', ['xy', 'pxy', 'xy-z', 'xy-xy', 'unknown'], {}]]);
});

test('brackets without end and quotes that nobody closes do no harm', () => {
  expect(shape('f('.repeat(100_000))).toHaveLength(1);
  expect(shape(`f("a\ng("b")\n`)).toEqual([['f', ['a'], {}]]);
  expect(shape('\\"""'.repeat(100_000))).toEqual([]);
});
