/** For tests and tools/sca-fuzz.mjs: files as nobody wrote them, the same in every run. */

/** A whole number below a limit. */
export type Random = (below: number) => number;

/** Source: mulberry32, public domain */
export function chance(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return Math.floor((((it ^ (it >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Pieces that mean something to one format or another. */
const junk = [
  ...'{}[]()<>"\'\\\n\r\0`#:,;=|&*!%@~^',
  '</',
  '/>',
  '${',
  '%{',
  '#{',
  '==',
  '-r ',
  '=>',
  '->',
  '[[package]]',
  ': ',
  '\n- ',
  '\n  ',
  '? ',
  '"""',
  "'''",
  '/*',
  '*/',
  '<!--',
  '<![CDATA[',
  '\n---\n',
  '__proto__',
  'constructor',
  '../',
  '/etc/passwd',
  '\ud800',
  '\u0000',
  '\u2028',
  '\ufeff',
  'null',
  'true',
  '1e999',
  '-1',
  '99999999999999999999',
  '0x7fffffff',
  'pkg:npm/%',
  ' \\\n',
  '\t',
  '\u001e',
];

/** What opens something, for nests that are deeper than anybody needs. */
const openers = [
  '[',
  '{"a":',
  '{a: ',
  '(',
  '<a>',
  '- ',
  '"${',
  '#{',
  '{{',
  '[[',
  '/*',
  '\n ',
  'a:\n ',
  'if(',
  'a.',
  '!',
  '*&',
  '[a](',
  '\\',
];

const doctype =
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>&c;&f;';
const aliases = 'a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: *c\n<<: *a\n';

interface Wound {
  readonly bytes: Buffer;
  readonly seeds: readonly Buffer[];
  readonly random: Random;
}

/** Units: bytes that one wound may add. */
const much = 400_000;

/** Each makes another file of a file. */
const small: readonly ((wound: Wound) => Buffer)[] = [
  ({ bytes, random }) => put(bytes, random, Buffer.from(junk[random(junk.length)]!)),
  ({ bytes, random }) => {
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(30))]);
  },
  ({ bytes, random }) => {
    const at = random(bytes.length + 1);
    const part = bytes.subarray(at, at + random(60));
    return Buffer.concat([bytes.subarray(0, at), part, part, part, bytes.subarray(at)]);
  },
  ({ bytes, random }) => bytes.subarray(0, random(bytes.length + 1)),
  ({ bytes, random }) => {
    const flipped = Buffer.from(bytes);
    for (let left = 1 + random(8); left > 0 && flipped.length > 0; left -= 1) {
      flipped[random(flipped.length)]! ^= 1 << random(8);
    }
    return flipped;
  },
  ({ bytes, seeds, random }) => {
    const other = seeds[random(seeds.length)]!;
    return Buffer.concat([bytes.subarray(0, random(bytes.length + 1)), other.subarray(random(other.length + 1))]);
  },
  ({ bytes, random }) => {
    const [a = 0, b = 0, c = 0] = [0, 0, 0].map(() => random(bytes.length + 1)).toSorted((x, y) => x - y);
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)]);
  },
  ({ bytes, random }) => put(bytes, random, Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf8].slice(random(6)))),
  ({ bytes, random }) =>
    random(2) === 0 ? Buffer.from(`\ufeff${bytes.toString()}`) : Buffer.from(bytes.toString(), 'utf16le'),
  ({ bytes, random }) => Buffer.from(bytes.toString().replaceAll('\n', random(2) === 0 ? '\r\n' : '\r')),
  ({ bytes, random }) =>
    Buffer.from(bytes.toString().replaceAll(/\d+/g, (it) => (random(3) === 0 ? '9'.repeat(random(400)) : it))),
  // A word in the place of another: things that need themselves, each other, or what is not there.
  ({ bytes, random }) => {
    const text = bytes.toString('latin1');
    const words = text.match(/[\w./@-]{1,60}/g) ?? [''];
    const [from, to] = [words[random(words.length)]!, words[random(words.length)]!];
    return Buffer.from(random(2) === 0 || from === '' ? text.replace(from, to) : text.replaceAll(from, to), 'latin1');
  },
  ({ bytes, random }) => put(bytes, random, Buffer.from(random(2) === 0 ? doctype : aliases)),
];

const large: readonly ((wound: Wound) => Buffer)[] = [
  ({ bytes, random }) => {
    const opener = openers[random(openers.length)]!;
    return put(bytes, random, Buffer.from(opener.repeat(1 + random(Math.floor(much / 8 / opener.length)))));
  },
  // The same character so often that a pattern that goes back over it takes for ever.
  ({ bytes, random }) =>
    put(bytes, random, Buffer.alloc(1 + random(much / 4), ' \t\\a0.-/"\'({[<\n\r:=#@'.charCodeAt(random(21)))),
  // A part of the file again and again: lists that are longer than anybody's.
  ({ bytes, random }) => {
    const at = random(bytes.length);
    const part = bytes.subarray(at, at + 1 + random(80));
    const times = 1 + random(Math.floor(much / 2 / Math.max(1, part.length)));
    return put(bytes, random, Buffer.concat(Array.from({ length: times }, () => part)), at);
  },
  // A line again and again, each time another one.
  ({ bytes, random }) => {
    const lines = bytes.toString('latin1').split('\n');
    const at = random(lines.length);
    const line = lines[at]!;
    const times = Math.min(20_000, 1 + random(Math.floor(much / (line.length + 6))));
    const many = Array.from({ length: times }, (_, number) =>
      line.replace(/[A-Za-z]+(?=[^A-Za-z]*$)|[A-Za-z]+/, (it) => `${it}${number}`),
    );
    return Buffer.from([...lines.slice(0, at), ...many, ...lines.slice(at)].join('\n'), 'latin1');
  },
];

function put(bytes: Buffer, random: Random, piece: Buffer, at = random(bytes.length + 1)): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

/** Units: bytes. Wounds multiply. */
const largest = 1_000_000;

/** One of the seeds with one to four wounds; with `any`, one in thirty has one that makes it large. */
export function damaged(seeds: readonly (string | Uint8Array)[], random: Random, sizes: 'small' | 'any'): Buffer {
  const all = seeds.map((it) => Buffer.from(it as Uint8Array));
  let bytes: Buffer = all[random(all.length)]!;
  for (let left = 1 + random(4); left > 0; left -= 1) {
    bytes = small[random(small.length)]!({ bytes, seeds: all, random }).subarray(0, largest);
  }
  if (sizes === 'any' && random(30) === 0) bytes = large[random(large.length)]!({ bytes, seeds: all, random });
  return bytes;
}

const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '0',
  '*',
  '1.0',
  [],
  {},
  [null],
  [[]],
  { x: null },
  [{}],
  '__proto__',
  'a'.repeat(5000),
  '\u0000\ud800',
];

/** One of the seeds, all JSON, in which one to four values are others. */
export function damagedJson(seeds: readonly (string | Uint8Array)[], random: Random): Buffer {
  const seed: unknown = JSON.parse(Buffer.from(seeds[random(seeds.length)] as Uint8Array).toString());
  for (let left = 1 + random(4); left > 0; left -= 1) replaceSomewhere(seed, random);
  return Buffer.from(JSON.stringify(seed));
}

function replaceSomewhere(root: unknown, random: Random): void {
  const places: { readonly on: Record<string, unknown>; readonly key: string }[] = [];
  const open = [root];
  for (let it = open.pop(); it !== undefined; it = open.pop()) {
    if (typeof it !== 'object' || it === null) continue;
    for (const [key, value] of Object.entries(it)) {
      places.push({ on: it as Record<string, unknown>, key });
      open.push(value);
    }
  }
  const place = places[random(Math.max(1, places.length))];
  if (!place) return;
  const { on, key } = place;
  switch (random(6)) {
    case 0:
      delete on[key];
      break;
    case 1:
      on[key] = structuredClone(places[random(places.length)]!.on);
      break;
    case 2:
      on[key] = Array.from({ length: 1 + random(300) }, () => structuredClone(on[key]));
      break;
    default:
      on[key] = structuredClone(values[random(values.length)]);
  }
}
