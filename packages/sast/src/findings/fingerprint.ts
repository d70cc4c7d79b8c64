import { sha256, type Fingerprint } from '@plumbline/core';

/** What a finding is recognised by in another scan. No path, no line number. */
export interface Recognised {
  readonly rule: string;
  /** The code that was found, secrets masked. */
  readonly code: string;
  /** Functions and classes around it, outermost first. */
  readonly symbol: string;
  /** How far into the innermost of them it stands, in nodes of the tree: white space does not count. */
  readonly offset: number;
  /** The text from the beginning of its line on, secrets masked. */
  readonly rest: string;
}

/** Units: hex digits. 128 bits are enough to tell findings of one rule apart. */
const digits = 32;
/** Characters that `line/1` looks at. */
const lineLength = 100;

/** Strongest first: the code, the place in its function, the text that follows. */
export function fingerprintsOf({ rule, code, symbol, offset, rest }: Recognised): Fingerprint[] {
  const of = (algorithm: string, ...parts: readonly string[]): Fingerprint => ({
    algorithm,
    version: 1,
    value: sha256([rule, ...parts].join('\0')).slice(0, digits),
  });
  return [
    of('match', normalised(code)),
    of('scope', symbol, String(offset)),
    of(
      'line',
      rest
        .slice(0, lineLength * 10)
        .replaceAll(/\s+/g, '')
        .slice(0, lineLength),
    ),
  ];
}

/** Code without what a formatter changes: white space, kinds of quotes, commas and semicolons at ends. */
function normalised(code: string): string {
  return code
    .replaceAll(/\s+/g, '')
    .replaceAll(/["'`]/g, '"')
    .replaceAll(/,(?=[)\]}])/g, '')
    .replaceAll(';', '');
}
