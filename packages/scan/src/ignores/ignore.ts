/**
 * Somebody's decision that some findings are not to be acted on.
 *
 * Shape: what is left out holds for all. `ids` = any of these rules or advisories; `packages` = purls or names, with `*`;
 *        `paths` = globs below `folder`, which is relative to the root and where the file lies that says it. `until` is a day.
 */
export interface Ignore {
  readonly ids?: readonly string[];
  readonly packages?: readonly string[];
  readonly paths?: readonly string[];
  readonly folder: string;
  readonly reason?: string;
  readonly until?: string;
  readonly file: string;
  readonly line: number;
  /** Whether nobody has to wonder when it fits nothing: a document about many products. */
  readonly isBroad?: true;
}

/** A kind of file that says such things. Shape: `of` = whose it is; `names` are those of the file. */
export interface IgnoreFormat {
  readonly of: string;
  readonly names: readonly string[];
  readonly read: (text: string, at: { readonly file: string; readonly folder: string }) => readonly Ignore[];
}
