/** Units: bytes that all archives of one file may unpack to, together: some, and some times the file's own size. */
const maxUnpacked = { least: 128 * 2 ** 20, times: 8, most: 4 * 2 ** 30 };
/** Archives in archives, of one file. */
const maxArchives = 20_000;
/** Entries that somebody wants to look at, in all archives of one file. */
const maxEntries = 300_000;

/** How deep archives may lie in archives. Servers nest three deep. */
export const maxDepth = 16;

/** What may be unpacked of one file, whatever lies in what. What is used up is told once. */
export class Budget {
  #bytes: number;
  #archives = maxArchives;
  #entries = maxEntries;

  /** Units: bytes of the file. */
  constructor(size: number) {
    const { least, times, most } = maxUnpacked;
    this.#bytes = Math.min(most, least + times * size);
  }

  /** Whether so much may be unpacked; then it is taken. */
  takeBytes(count: number): boolean {
    if (count > this.#bytes) return false;
    this.#bytes -= count;
    return true;
  }

  takeArchive(): boolean {
    return this.#archives-- > 0;
  }

  takeEntries(count: number): boolean {
    this.#entries -= count;
    return this.#entries >= 0;
  }
}
