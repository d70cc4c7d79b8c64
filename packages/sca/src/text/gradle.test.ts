import { expect, test } from 'vitest';
import { gradleStatements } from './gradle.ts';

const shape = (text: string): readonly string[] =>
  gradleStatements(text).map(
    (it) =>
      `${it.line}:${it.column}-${it.endLine}:${it.endColumn} ${it.heads.map((head) => head.shape).join(' > ')} | ${it.shape} | ${it.texts.map((one) => one.value).join()}`,
  );

test('statements end with their line, but for lists, arguments and chains; blocks have heads', () => {
  expect(
    shape(`a 'x', // one
  "y"
b { /* c {
*/ d("\${p("q")}"); e }
f(
  1
)
g
  .h()
`),
  ).toEqual([
    '1:1-2:6  | a §0§, §1§ | x,y',
    '3:1-3:2  | b | ',
    '4:4-4:18 b | d(§0§) | ${p("q")}',
    '4:20-4:21 b | e | ',
    '5:1-7:2  | f( 1 ) | ',
    '8:1-9:7  | g .h() | ',
  ]);
});

test('what nobody closes ends with the file, in time that grows with it', () => {
  expect(shape(`a "b\nc '''d\ne`)).toEqual(['1:1-1:5  | a §0§ | b', '2:1-2:9  | c §0§ | d\ne']);
  expect(shape('{'.repeat(300_000))).toEqual([]);
  expect(shape('a{'.repeat(100_000)).length).toBe(100_000);
  expect(shape('('.repeat(300_000))).toHaveLength(1);
});
