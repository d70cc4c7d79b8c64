import { isUtf8 } from 'node:buffer';

/** A file's text, without its byte order mark. `valid` is false if some bytes were none of the encoding's. */
export interface Decoded {
  readonly text: string;
  readonly valid: boolean;
}

/** Units: bytes that are looked at to tell whether a file is text. */
const probe = 8000;

/**
 * The text of a file: UTF-16 if its byte order mark says so, UTF-8 else; what is neither becomes U+FFFD. Nothing for a
 * binary file.
 *
 * Source: git decides in the same way, by a NUL among the first 8,000 bytes (xdiff-interface.c, buffer_is_binary).
 */
export function decode(bytes: Buffer): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  if (bytes.subarray(0, probe).includes(0)) return undefined;
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  return { text: body.toString('utf8'), valid: isUtf8(body) };
}

function utf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, valid: bytes.length % 2 === 0 && !text.includes('\ufffd') };
}
