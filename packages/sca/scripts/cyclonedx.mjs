// Writes src/schemas/cyclonedx-tables.ts from the official schemas: node packages/sca/scripts/cyclonedx.mjs
//
// What only people read is left out, and definitions that are alike in several versions are there once.
// The schemas are Apache-2.0, © OWASP Foundation: https://github.com/CycloneDX/specification
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readXml } from '../dist/text/xml.js';

const home = path.dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json'));
const text = (name) => fs.readFileSync(path.join(home, 'res/schema', name), 'utf8');

/** All definitions by a name that is unique over all files. A reference is { $ref: name }. */
const definitions = new Map();

// --- JSON Schema ---

const prose = new Set(
  'title description examples $comment default deprecated $schema $id meta:enum format_ contentEncoding definitions'.split(
    ' ',
  ),
);
const valued = new Set(['properties', 'dependencies', 'patternProperties']);

function addJson(file) {
  if (definitions.has(`${file}#`)) return;
  const schema = JSON.parse(text(file));
  definitions.set(`${file}#`, undefined);
  for (const [name, it] of Object.entries(schema.definitions ?? {}))
    definitions.set(`${file}#/definitions/${name}`, plainJson(it, file));
  definitions.set(`${file}#`, plainJson(schema, file));
}

function plainJson(it, file) {
  if (Array.isArray(it)) return it.map((one) => plainJson(one, file));
  if (typeof it !== 'object' || it === null) return it;
  if (typeof it.$ref === 'string') {
    const [to, at = ''] = it.$ref.split('#');
    if (to !== '') addJson(to);
    return { $ref: `${to || file}#${at}` };
  }
  const known = Object.entries(it).filter(([key]) => !prose.has(key));
  return Object.fromEntries(
    known.map(([key, value]) => {
      if (key === 'enum' || key === 'const' || key === 'required') return [key, value];
      if (!valued.has(key)) return [key, plainJson(value, file)];
      return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainJson(one, file)]))];
    }),
  );
}

// --- XML Schema ---

const child = (it, ...names) => it.children.find((one) => names.includes(one.name));
const children = (it, ...names) => it.children.filter((one) => names.includes(one.name));

const attributeGroups = new Map();

/**
 * The official schema has this one as a comment, for validators of XML Schema 1.0 would not take it: an `assert` named
 * `versionRange_requires_isExternal_eq_true`.
 */
function asserted(it, file) {
  return it.attributes.get('name') === 'component' && text(file).includes('versionRange_requires_isExternal_eq_true')
    ? { asserted: { child: 'versionRange', attribute: 'isExternal', value: 'true' } }
    : {};
}

function addXml(file) {
  if (definitions.has(`${file}#`)) return;
  definitions.set(`${file}#`, undefined);
  const { root } = readXml(text(file));
  for (const it of children(root, 'import')) addXml(it.attributes.get('schemaLocation'));
  for (const it of children(root, 'attributeGroup')) attributeGroups.set(`${file} ${it.attributes.get('name')}`, it);
  for (const it of children(root, 'simpleType', 'complexType'))
    definitions.set(`${file}#${it.attributes.get('name')}`, { ...typeIn(it, file), ...asserted(it, file) });
  const top = children(root, 'element')[0];
  if (!top) return definitions.delete(`${file}#`);
  const unique = child(top, 'unique') && {
    unique: child(child(top, 'unique'), 'field').attributes.get('xpath').slice(1),
  };
  definitions.set(`${file}#`, { ...elementIn(top, file), ...unique });
}

function named(name, file) {
  const [prefix, own] = name.split(':');
  if (prefix === 'xs') return { text: own };
  return { $ref: `${prefix === 'spdx' ? 'spdx.SNAPSHOT.xsd' : file}#${own}` };
}

function typeOf(it, file) {
  const type = it.attributes.get('type');
  if (type !== undefined) return named(type, file);
  const inside = child(it, 'simpleType', 'complexType');
  return inside ? typeIn(inside, file) : { text: 'string' };
}

function typeIn(it, file) {
  return it.name === 'simpleType' ? simple(it, file) : complex(it, file);
}

function simple(it, file) {
  const union = child(it, 'union');
  if (union) {
    const members = (union.attributes.get('memberTypes') ?? '').split(/\s+/).filter((one) => one !== '');
    return {
      anyOf: [
        ...members.map((one) => named(one, file)),
        ...children(union, 'simpleType').map((one) => simple(one, file)),
      ],
    };
  }
  return restricted(child(it, 'restriction'), file);
}

function restricted(it, file) {
  const base = named(it.attributes.get('base'), file);
  const value = (name) => child(it, name)?.attributes.get('value');
  const number = (name) => (value(name) === undefined ? undefined : Number(value(name)));
  const values = children(it, 'enumeration').map((one) => one.attributes.get('value'));
  const pattern = value('pattern');
  return plain({
    ...(base.text ? base : { base }),
    enum: values.length > 0 ? values : undefined,
    // In XML Schema a dollar sign and a caret outside of a class are characters as all others; there are none.
    pattern: pattern === undefined ? undefined : `^(?:${oneWay(pattern)})$`,
    minLength: number('minLength'),
    maxLength: number('maxLength'),
    minimum: number('minInclusive'),
    maximum: number('maxInclusive'),
  });
}

/** CPE's pattern can take most texts in many ways, and tries them all where it takes none. The same texts, each in one way. */
function oneWay(pattern) {
  return pattern.replaceAll('(\\?*|\\*?)', '(?:\\?+|\\*)?');
}

function complex(it, file) {
  const extension = child(it, 'simpleContent') && child(child(it, 'simpleContent'), 'extension');
  const from = extension ?? it;
  const content = child(it, 'sequence', 'choice', 'all');
  const any = child(from, 'anyAttribute');
  const groups = children(from, 'attributeGroup').flatMap((one) =>
    children(attributeGroups.get(`${file} ${one.attributes.get('ref').replace('bom:', '')}`), 'attribute'),
  );
  return plain({
    mixed: it.attributes.get('mixed') === 'true' ? 1 : undefined,
    attributes: Object.fromEntries(
      [...children(from, 'attribute'), ...groups].map((one) => [
        one.attributes.get('name'),
        plain({ type: typeOf(one, file), needed: one.attributes.get('use') === 'required' ? 1 : undefined }),
      ]),
    ),
    others: any && (any.attributes.get('namespace') === '##any' ? 'any' : 'other'),
    value: extension && named(extension.attributes.get('base'), file),
    content: content && particle(content, file),
  });
}

function elementIn(it, file) {
  const hasDefault = it.attributes.has('default') ? 1 : undefined;
  return plain({ element: it.attributes.get('name'), type: typeOf(it, file), hasDefault });
}

function particle(it, file) {
  const [min, max] = [it.attributes.get('minOccurs') ?? '1', it.attributes.get('maxOccurs') ?? '1'];
  const times = plain({
    min: min === '1' ? undefined : Number(min),
    max: max === '1' ? undefined : max === 'unbounded' ? 0 : Number(max),
  });
  if (it.name === 'any') return { any: 1, ...times };
  if (it.name === 'element') return { ...elementIn(it, file), ...times };
  const parts = children(it, 'sequence', 'choice', 'all', 'any', 'element');
  return { [it.name]: parts.map((one) => particle(one, file)), ...times };
}

function plain(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

// --- Once each ---

/** Definitions that say the same are one: like states of an automaton, told apart until nothing more tells them apart. */
function classes() {
  let classOf = new Map([...definitions.keys()].map((it) => [it, 0]));
  for (let count = 0; ;) {
    const numbers = new Map();
    const next = new Map();
    for (const [name, it] of definitions) {
      const key = `${classOf.get(name)} ${written(it, classOf)}`;
      if (!numbers.has(key)) numbers.set(key, numbers.size);
      next.set(name, numbers.get(key));
    }
    classOf = next;
    if (numbers.size === count) return classOf;
    count = numbers.size;
  }
}

function written(it, classOf) {
  return JSON.stringify(it, (_, value) =>
    typeof value?.$ref === 'string' ? { $ref: classOf.get(value.$ref) ?? fail(value.$ref) } : value,
  );
}

/** The value as JSON, in which what is there several times is in a list, and its number in its place: ["~", number]. */
function shared(value) {
  const counts = new Map();
  const count = (it) => {
    if (typeof it !== 'object' || it === null) return;
    const key = JSON.stringify(it);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.get(key) === 1) Object.values(it).forEach(count);
  };
  count(value);
  const [pool, numbers] = [[], new Map()];
  const emit = (it) => {
    if (typeof it !== 'object' || it === null) return JSON.stringify(it);
    const key = JSON.stringify(it);
    if (counts.get(key) < 2 || key.length < 20) return body(it);
    if (!numbers.has(key)) {
      const text = body(it);
      numbers.set(key, pool.push(text) - 1);
    }
    return `["~",${numbers.get(key)}]`;
  };
  const body = (it) =>
    Array.isArray(it)
      ? `[${it.map(emit).join(',')}]`
      : `{${Object.entries(it)
          .map(([key, one]) => `${JSON.stringify(key)}:${emit(one)}`)
          .join(',')}}`;
  const whole = emit(value);
  return `{"pool":[${pool.join(',')}],"value":${whole}}`;
}

function fail(name) {
  throw new Error(`nothing is called ${name}`);
}

const json = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'];
const xml = ['1.0', '1.1', ...json];
const jsonFile = (it) => `bom-${it}${it < '1.4' ? '-strict' : ''}.SNAPSHOT.schema.json`;
const xmlFile = (it) => `bom-${it}.SNAPSHOT.xsd`;
for (const it of json) addJson(jsonFile(it));
for (const it of xml) addXml(xmlFile(it));
for (const [name, it] of definitions) if (it === undefined) definitions.delete(name);

const classOf = classes();
const nodes = [];
for (const [name, it] of definitions) nodes[classOf.get(name)] ??= JSON.parse(written(it, classOf));
const roots = (names, file) => Object.fromEntries(names.map((it) => [it, classOf.get(`${file(it)}#`)]));
const table = shared({ json: roots(json, jsonFile), xml: roots(xml, xmlFile), definitions: nodes });
const quoted = table.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
const head = `/**
 * What CycloneDX says of its documents, for all versions, made by scripts/cyclonedx.mjs from the official schemas
 * (Apache-2.0, © OWASP Foundation). A text, so that it costs nothing where there is no bill of materials.
 *
 * Source: https://github.com/CycloneDX/specification/tree/master/schema
 */
`;
fs.writeFileSync(
  new URL('../src/schemas/cyclonedx-tables.ts', import.meta.url),
  `${head}export const cyclonedxTables =\n  '${quoted}';\n`,
);
process.stdout.write(
  `${definitions.size} definitions, ${nodes.length} of them different, ${table.length} characters\n`,
);
