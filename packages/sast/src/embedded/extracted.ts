/** Code that a rule of mode `extract` takes out of a file: with what the file writes otherwise undone, and its place kept. */
import { masked, type Embedded } from './region.ts';

/** How the file writes the code. */
export type Writing = 'no_transform' | 'unquote_string' | 'concat_json_string_array';

/** Units: indices into the file's text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text, and for each of its characters where it stands in the file. */
interface Decoded {
  text: string;
  readonly places: number[];
}

/** One embedded text for all stretches of code. */
export function extracted(
  text: string,
  stretches: readonly Stretch[],
  { language, writing }: Omit<Embedded, 'text' | 'masked' | 'placeOf'> & { readonly writing: Writing },
): Embedded {
  const decoded: Decoded = { text: '', places: [] };
  for (const stretch of stretches) {
    if (decoded.text !== '') add(decoded, '\n', stretch.start);
    writers[writing](text, stretch, decoded);
  }
  const { places } = decoded;
  const last = stretches.at(-1)?.end ?? 0;
  const placeOf = (at: number): number => places[Math.max(0, at)] ?? last;
  return { language, text: `${decoded.text}\n`, masked: masked(text, stretches), placeOf };
}

type Writer = (text: string, stretch: Stretch, decoded: Decoded) => void;

const writers: Readonly<Record<Writing, Writer>> = {
  no_transform(text, { start, end }, decoded) {
    for (let at = start; at < end; at++) add(decoded, text[at]!, at);
  },
  unquote_string(text, { start, end }, decoded) {
    const quote = /^["'`]/.exec(text.slice(start, end))?.[0];
    const isQuoted = quote !== undefined && end - start > 1 && text[end - 1] === quote;
    unescape(text, isQuoted ? { start: start + 1, end: end - 1 } : { start, end }, decoded);
  },
  concat_json_string_array(text, { start, end }, decoded) {
    for (const { 0: item, index } of text.slice(start, end).matchAll(/"(?:[^"\\]|\\.)*"/gs)) {
      const from = start + index + 1;
      if (decoded.text !== '' && !decoded.text.endsWith('\n')) add(decoded, '\n', from);
      unescape(text, { start: from, end: from + item.length - 2 }, decoded);
    }
  },
};

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', 0: '\0' };

function unescape(text: string, { start, end }: Stretch, decoded: Decoded): void {
  for (let at = start; at < end; at++) {
    if (text[at] !== '\\' || at + 1 >= end) {
      add(decoded, text[at]!, at);
      continue;
    }
    const code = /^u([0-9a-fA-F]{4})|^x([0-9a-fA-F]{2})/.exec(text.slice(at + 1, at + 6));
    const next = text[at + 1]!;
    add(decoded, code ? String.fromCharCode(Number.parseInt(code[1] ?? code[2]!, 16)) : (escapes[next] ?? next), at);
    at += code ? code[0].length : 1;
  }
}

function add(decoded: Decoded, characters: string, place: number): void {
  for (let i = 0; i < characters.length; i++) decoded.places.push(place);
  decoded.text += characters;
}
