/** A version of a project, as a Python index tells it. */
export interface PythonRelease {
  readonly version: string;
  readonly yanked?: boolean;
  readonly files: readonly PythonFile[];
}

export interface PythonFile {
  readonly name: string;
  readonly requiresPython?: string;
  readonly yanked?: boolean;
  /** Where its metadata are: apart from itself (PEP 658), or in it. */
  readonly metadata?: string;
}

/** What a version says of itself. Source: https://packaging.python.org/en/latest/specifications/core-metadata/ */
export interface PythonMetadata {
  /** `Requires-Dist`, as written. */
  readonly requires: readonly string[];
  readonly extras: readonly string[];
  readonly license?: string;
}
