import { linesIn } from '../text/lines.ts';

/** A field of a paragraph, its continuation lines joined by line breaks. */
export interface ControlField {
  readonly value: string;
  readonly line: number;
}

/** Shape: by names in small letters; of a field that is there twice the first counts. */
export type Paragraph = ReadonlyMap<string, ControlField>;

/** Units: characters. Lists of dependencies have some thousands. */
const longestValue = 100_000;

/**
 * The paragraphs of Debian's control files, one by one. Lines that are no fields are passed over.
 *
 * Source: https://www.debian.org/doc/debian-policy/ch-controlfields.html#syntax-of-control-files
 */
export function* paragraphsIn(text: string): Iterable<Paragraph> {
  let fields = new Map<string, ControlField>();
  let key: string | undefined;
  for (const { text: line, number } of linesIn(text)) {
    if (line.trim() === '') {
      if (fields.size > 0) yield fields;
      fields = new Map();
      key = undefined;
    } else if (/^[ \t]/.test(line)) continueField(fields, key, line);
    else key = beginField(fields, line, number);
  }
  if (fields.size > 0) yield fields;
}

function continueField(fields: Map<string, ControlField>, key: string | undefined, line: string): void {
  const known = key === undefined ? undefined : fields.get(key);
  if (!known || known.value.length + line.length > longestValue) return;
  fields.set(key!, { ...known, value: `${known.value}\n${line.trim()}` });
}

/** The field's name; undefined for a line that is none. */
function beginField(fields: Map<string, ControlField>, line: string, number: number): string | undefined {
  const colon = line.indexOf(':');
  if (colon < 1 || colon > 100) return undefined;
  const key = line.slice(0, colon).trim().toLowerCase();
  if (!fields.has(key)) fields.set(key, { value: line.slice(colon + 1, colon + longestValue).trim(), line: number });
  return key;
}
