import type { ByteSource } from './byte-source.ts';

/** What an entry unpacks to, or why it is not unpacked: the end of a sentence that starts with its name. */
export type Unpacked =
  | { readonly is: 'read'; readonly content: ByteSource }
  | { readonly is: 'unread'; readonly why: string };

/** A file in an archive. */
export interface ArchiveEntry {
  /** Cleaned: relative, with `/`, without `..`. */
  readonly name: string;
  /** Units: bytes, as the archive says. */
  readonly size: number;
  /** It is packed: what it unpacks to takes memory. */
  readonly isCopied: boolean;
  /** Units: `limit` in bytes of what comes out. */
  unpack(limit: number): Unpacked;
  /** The first bytes, up to `count`; fewer if it cannot be read. */
  head(count: number): Uint8Array;
}

/** An archive whose files can be asked for. Shape: `cut` says why some are missing. */
export interface OpenArchive {
  readonly entries: readonly ArchiveEntry[];
  readonly cut: string | undefined;
}
