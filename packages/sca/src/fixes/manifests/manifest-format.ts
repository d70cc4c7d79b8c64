import type { Ecosystem } from '@plumbline/core';

/** What a manifest asks for, and where it says so. */
export interface Requirement {
  readonly name: string;
  /** As written; empty when any version will do. */
  readonly range: string;
  /** Units: offsets of the range. */
  readonly start: number;
  readonly end: number;
  /** The range stands elsewhere, under this name; then it is empty here. */
  readonly variable?: string;
  /** What a range that was not there is put in with: `==` has to be joined to a name. */
  readonly frame?: readonly [before: string, after: string];
  /** Units: offsets of all that has to go when the package is not asked for any more. */
  readonly whole?: readonly [start: number, end: number];
}

/** A range under a name. Units: offsets. */
export interface Stretch {
  readonly range: string;
  readonly start: number;
  readonly end: number;
}

/** A package that only others ask for, and the version it shall have. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  /** Where other versions are installed, too: the one that is meant, who asks for it, and how. */
  readonly only?:
    | { readonly version: string; readonly users: readonly string[]; readonly ranges: readonly string[] }
    | undefined;
}

/** A stretch of a text and what stands there afterwards. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A kind of manifest that can be edited. */
export interface ManifestFormat {
  readonly id: string;
  readonly ecosystem: Ecosystem;
  readonly files: RegExp;
  readonly docs: string;
  /** What it asks for, in order. */
  requirements(text: string): readonly Requirement[];
  /** Ranges that requirements of this and other manifests refer to, by name. */
  variables?(text: string): ReadonlyMap<string, Stretch>;
  /** The edits that give a package of others a version; undefined where that cannot be said in this file. */
  pin?(text: string, pin: Pin, manager: string): readonly Replacement[] | undefined;
}
