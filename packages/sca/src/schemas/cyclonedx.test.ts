import { expect, test } from 'vitest';
import { extract } from '../index.ts';

const told = (
  path: string,
  text: string,
): readonly (readonly [code: string, line: number | undefined, message: string])[] =>
  extract({ paths: [path], read: () => Buffer.from(text) }).problems.map((it) => [it.code, it.line, it.message]);

const json = (component: object, specVersion = '1.5', rest: object = {}): string =>
  JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion,
      version: 1,
      components: [{ type: 'library', name: 'a', version: '1', ...component }],
      ...rest,
    },
    undefined,
    1,
  );
const xml = (inside: string, attributes = 'type="library"', version = '1.5'): string =>
  `<bom xmlns="http://cyclonedx.org/schema/bom/${version}" version="1">\n<components>\n<component ${attributes}>\n${inside}\n</component>\n</components></bom>`;

test.each(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])('a small bill of version %s is valid', (version) => {
  const full = {
    purl: 'pkg:npm/a@1',
    scope: 'optional',
    licenses: [{ license: { id: 'MIT' } }, { license: { name: 'own' } }],
  };
  expect(told('bom.json', json(full, version))).toEqual([]);
  expect(told('bom.xml', xml('<name>a</name><version>1</version>', 'type="library"', version))).toEqual([]);
});

test.each([
  [
    'a wrong kind',
    { type: 'thing' },
    7,
    '"thing" is none of the values "application", "framework", "library", "container", "platform", "operating-system", "device", "device-driver" and 4 more',
  ],
  ['no name', { name: undefined }, 6, '"name" is missing'],
  ['a number for a name', { name: 1 }, 8, 'here is a number and not a string'],
  ['something unknown', { nmae: 'a' }, 10, '"nmae" is nothing that may stand here'],
  ['an empty bom-ref', { 'bom-ref': '' }, 10, '"" is too short'],
  ['a hash that is none', { hashes: [{ alg: 'MD5', content: 'x' }] }, 13, '"x" has not the form that it must have'],
  [
    'two kinds of licence',
    { licenses: [{ license: { id: 'MIT', name: 'b' } }] },
    12,
    'this is several things of which it may be one alone',
  ],
  ['a licence that is none', { licenses: [{ license: { id: 'mit' } }] }, 13, /^"mit" is none of the values "0BSD", /],
  [
    'a time that is none',
    { releaseNotes: { type: 'x', timestamp: '2020-02-30T00:00:00Z' } },
    12,
    '"2020-02-30T00:00:00Z" is no date-time',
  ],
])('JSON with %s is read and said to be invalid', (_, component, line, message) => {
  const expected: unknown =
    typeof message === 'string'
      ? `Not valid CycloneDX 1.5: ${message}.`
      : expect.stringMatching(/^Not valid CycloneDX 1.5: "mit" is none of /);
  expect(told('bom.json', json(component))).toEqual([['bill-invalid', line, expected]]);
});

test('two components of one bom-ref, numbers out of bounds, a list with a thing twice, and a version that nobody knows', () => {
  const again = { type: 'library', name: 'b', version: '1', 'bom-ref': 'x' };
  const twice = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [again, { ...again, name: 'c' }] };
  expect(told('bom.json', JSON.stringify(twice))).toEqual([
    ['bill-invalid', 1, 'Not valid CycloneDX 1.6: another component has the bom-ref "x", too.'],
  ]);
  expect(told('bom.json', json({}, '1.6', { version: 0 }))).toEqual([
    ['bill-invalid', 4, 'Not valid CycloneDX 1.6: 0 is not 1 or more.'],
  ]);
  const doubled = { dependencies: [{ ref: 'a', dependsOn: ['b', 'b'] }] };
  expect(told('bom.json', json({}, '1.6', doubled))).toEqual([
    ['bill-invalid', 17, 'Not valid CycloneDX 1.6: the list has this item twice.'],
  ]);
  expect(told('bom.json', json({}, '9.9')).map(([code]) => code)).toEqual(['bill-version-unknown']);
});

test.each([
  ['a wrong kind', '<name>a</name>', 'type="thing"', 3, /^"type": "thing" is none of the values "application", /],
  ['no name', '<version>1</version>', 'type="library"', 4, /^<version> may not stand here in <component>$/],
  ['nothing', '', 'type="library"', 3, /^<component> lacks <name>$/],
  ['no kind', '<name>a</name>', '', 3, /^<component> lacks the attribute "type"$/],
  [
    'an attribute that nobody knows',
    '<name kind="x">a</name>',
    'type="library"',
    4,
    /^<name> has no attribute "kind"$/,
  ],
  ['elements in a text', '<name><b/></name>', 'type="library"', 4, /^<b> may not stand in <name>: it has text alone$/],
  [
    'text between elements',
    'x<name>a</name>',
    'type="library"',
    3,
    /^<component> has text, and may have elements alone$/,
  ],
  [
    'a hash that is none',
    '<name>a</name><hashes><hash alg="MD5">x</hash></hashes>',
    'type="library"',
    4,
    /^"hash": "x" has not the form/,
  ],
])('XML with %s is read and said to be invalid', (...[, inside, attributes, line, message]) => {
  const [found, ...others] = told('bom.xml', xml(inside, attributes));
  expect(others).toEqual([]);
  expect(found?.slice(0, 2)).toEqual(['bill-invalid', line]);
  expect(found?.[2].replace(/^Not valid CycloneDX 1\.5: |\.$/g, '')).toMatch(message);
});

test('elements and attributes of others are let pass, a namespace that is none is not, a bom-ref is there once', () => {
  const other = '<name>a</name><version>1</version><o:x xmlns:o="urn:other"><name/></o:x>';
  expect(told('bom.xml', xml(other, 'type="library" o:y="1" xmlns:o="urn:other"'))).toEqual([]);
  expect(told('bom.xml', xml('<name>a</name>', 'type="library"', '9.9')).map(([code]) => code)).toEqual([
    'bill-version-unknown',
  ]);
  const inner =
    '<name>a</name><version>1</version><components><component type="library" bom-ref="x"><name>b</name><version>1</version></component></components>';
  expect(told('bom.xml', xml(inner, 'type="library" bom-ref="x"'))).toEqual([
    ['bill-invalid', 4, 'Not valid CycloneDX 1.5: another element has the bom-ref "x", too.'],
  ]);
});

test('what is not valid is told twenty times at most', () => {
  const components = Array.from({ length: 100 }, () => ({ type: 'x' }));
  expect(told('bom.json', JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.4', components }))).toHaveLength(20);
});
