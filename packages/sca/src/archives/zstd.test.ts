import { expect, test } from 'vitest';
import { unpacking, unzstd } from './zstd.ts';

/** `hello, hello, hello` by zstd 1.5. */
const hello = Buffer.from('KLUv/QRYbQAAOGhlbGxvLCABAOKKEXXzmI4=', 'base64');
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();

/** A frame of somebody's notes, of four bytes. */
const note = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);

test('frames, one behind the other, and notes between them', () => {
  expect(text(unzstd(hello, 1000))).toBe('hello, hello, hello');
  expect(text(unzstd(Buffer.concat([hello, note, hello]), 1000))).toBe('hello, hello, hellohello, hello, hello');
  const pieces: Buffer[] = [];
  const stream = unpacking((it) => pieces.push(Buffer.from(it)));
  // A byte at a time.
  for (const [at] of hello.entries())
    expect(stream.push(hello.subarray(at, at + 1), at === hello.length - 1)).toBe(true);
  expect(text(Buffer.concat(pieces))).toBe('hello, hello, hello');
});

test('what asks for more memory than anybody needs is refused by its header', () => {
  const head = [0x28, 0xb5, 0x2f, 0xfd];
  const refused = (...bytes: number[]): boolean =>
    !unpacking(() => undefined).push(Buffer.from([...head, ...bytes]), false);
  // A window of 2 GiB, one of 128 MiB, one byte step more; a content of 4 GiB in one piece.
  expect(refused(0x00, 0xa8)).toBe(true);
  expect(refused(0x00, 0x88)).toBe(false);
  expect(refused(0x00, 0x89)).toBe(true);
  expect(refused(0xe0, 0, 0, 0, 0, 1, 0, 0, 0)).toBe(true);
});

test('a thousand small frames that ask for the largest window take the memory that they fill', () => {
  const greedy = Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88]), Buffer.from([0x09, 0, 0, 0x61])]);
  expect(text(unpackedAll(Buffer.concat(Array.from({ length: 1000 }, () => greedy))))).toBe('a'.repeat(1000));
  // One that says that it has more than its blocks can hold.
  const liar = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 4, 0x09, 0, 0, 0x61]);
  expect(unpackedAll(liar)).toBeUndefined();
});

function unpackedAll(bytes: Uint8Array): Uint8Array | undefined {
  const pieces: Buffer[] = [];
  return unpacking((it) => pieces.push(Buffer.from(it))).push(bytes, true) ? Buffer.concat(pieces) : undefined;
}

test('what is cut, damaged, too large or none is nothing', () => {
  for (let at = 0; at < hello.length; at += 1) expect(unzstd(hello.subarray(0, at), 1000)).toBeUndefined();
  expect(unzstd(hello, 10)).toBeUndefined();
  expect(unzstd(Buffer.from('plain text'), 1000)).toBeUndefined();
  expect(unzstd(Buffer.concat([hello, Buffer.from('x')]), 1000)).toBeUndefined();
});
