/** What an image may cost. Far above the largest that are published; every cut is told. */
export const limits = {
  layers: 1000,
  /** Entries of all layers together. */
  entries: 10_000_000,
  /** Units: bytes, of all layers unpacked. */
  unpacked: 64 * 2 ** 30,
  /** Units: bytes, of the files that are kept to be read. */
  kept: 8 * 2 ** 30,
  /** Units: bytes. */
  file: 2 * 2 ** 30,
  /** Units: characters of a path. */
  path: 4096,
  /** Units: bytes, of a manifest or a configuration. */
  json: 16 * 2 ** 20,
  /** Units: bytes, of names that do not fit an entry's header. */
  header: 2 ** 20,
  /** Files that are kept to be read. */
  files: 2_000_000,
  /** Links of all layers that are there at once. */
  allLinks: 1_000_000,
  /** Links on the way to a file. */
  links: 40,
} as const;

/** An image that cannot be read at all, with the sentence that says why. */
export class BadImage extends Error {}
