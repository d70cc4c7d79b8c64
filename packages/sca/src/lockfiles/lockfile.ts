import type { Ecosystem, Package, Problem, Read } from '@plumbline/core';
import type { ByteSource } from '../archives/byte-source.ts';
import type { ProjectTexts } from '../project.ts';

/** A manifest or lock file that is to be read. */
export interface Manifest {
  readonly path: string;
  readonly text: string;
  /** Of a binary format. */
  readonly bytes?: Uint8Array;
  /** Of a format that is read in parts. */
  readonly parts?: ByteSource;
  /** For the files beside it. A reader asks only for those that its format names. */
  readonly project: ProjectTexts;
}

/** What a package manager's database tells of its system beside the packages. */
export interface SystemDatabase {
  /** The folder of the project that is the root of the system whose database lies at `path`; empty when it is the project's own. */
  rootOf(path: string): string;
  /** Which of some files its packages brought, as ids of packages. Shape: files as `plainPath` writes them. */
  owners(manifest: Manifest, wanted: ReadonlySet<string>): ReadonlyMap<string, string>;
}

/** A format: what its files are called and how they are read. */
export interface Lockfile {
  readonly id: string;
  readonly ecosystem: Ecosystem;
  /** Names of its files, matched against the end of a path; `*` is any text without `/`. */
  readonly files: readonly string[];
  /** Files of these names hold anything: one of another kind is no problem, it has no packages. */
  readonly isShared?: true;
  /** A file is told by what is in it: where one is read for another reason it is tried, it is not looked for. */
  readonly isGuess?: true;
  /** Its files are no texts: `read` is given their bytes, and an empty text. */
  readonly isBinary?: true;
  /** Its files are larger than what is read of them: `read` is given `parts`, and an empty text. */
  readonly isParted?: true;
  /** Names of other files that `read` may ask for. */
  readonly siblings: readonly string[];
  readonly docs: string;
  /** Units: bytes. A larger file is none that the format's program wrote; it is not read. */
  readonly maxBytes: number;
  /** Its files are databases of an operating system's package manager. */
  readonly system?: SystemDatabase;
  /** Never throws; what it cannot read is a Problem beside the packages that it can. Ids are unique in the manifest. */
  read(manifest: Manifest): Read<readonly Package[]>;
}

/** Of one file. */
const maxListed = 50;

/** Collects what a reader could not read, no more than a person would look at. */
export class Problems {
  readonly list: Problem[] = [];
  readonly #file: string;
  #count = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Enough is enough: a reader may stop, for this is not the file that it is called. */
  get isHopeless(): boolean {
    return this.#count > 5000;
  }

  /** `file` is another than the manifest: one that it includes. */
  add(code: string, message: string, line?: number, file = this.#file): void {
    this.#count += 1;
    if (this.#count > maxListed) return;
    const last = this.#count === maxListed ? ' Further problems of this file are not listed.' : '';
    this.list.push({ code, message: message + last, file, ...(line === undefined ? {} : { line }) });
  }
}

/** Far above any real manifest (the largest known trees have 20,000 packages), and a bound for what one may cost. */
export const maxPackages = 500_000;

/** Names longer than this are nobody's; they are refused so that work on them stays bounded. */
export const maxNameLength = 1024;
