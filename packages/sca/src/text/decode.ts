/** The decoder that browsers and Node.js both have; the engines compile without either's types. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string };

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark or the zero bytes of ASCII text say so, as in files that
 * PowerShell wrote. Bytes that are no text become U+FFFD. The byte order mark is dropped.
 */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return 'utf-8';
}
