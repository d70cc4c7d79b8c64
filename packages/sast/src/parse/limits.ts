/** What one text may cost. Ordinary code, minified too, stays well below; what follows says how far. */

const MiB = 2 ** 20;

/** As much as half of what 32 bits of address reach, less room for the copy of the tree. */
export const memoryCeiling = 1536 * MiB;

/** Memory of an instance never shrinks: one that has grown beyond this is dropped after the file. */
export const memoryKept = 192 * MiB;

/**
 * The work that parsing a text may take.
 *
 * Units: see `wasm/flat.c`; one takes 10 to 90 µs. Of 22,000 real files in our eight languages none took more than an
 * eighth of its allowance.
 */
export function workFor(text: string): number {
  return 20_000 + Math.ceil(text.length / 8);
}

/**
 * The memory that parsing a text may take. Ordinary code takes 60 to 180 bytes a character.
 *
 * Units: bytes.
 */
export function memoryFor(text: string, ceiling: number): number {
  return Math.min(ceiling, 128 * MiB + 512 * text.length);
}
