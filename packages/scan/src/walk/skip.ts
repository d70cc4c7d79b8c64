/** Why a file or folder was not looked at, with the words for a reader. A folder counts as one. */
export const skipReasons = {
  excluded: 'excluded by plumbline.yaml',
  gitignore: 'ignored by .gitignore',
  semgrepignore: 'ignored by .semgrepignore',
  plumbignore: 'ignored by .plumbignore',
  dependencies: "other people's code: installed or vendored packages",
  'build-output': 'written by a build',
  'tool-folder': 'kept by a tool: caches, version control',
  minified: 'minified',
  generated: 'generated',
  declarations: 'type declarations without code',
  binary: 'binary',
  'too-large': 'larger than the limit',
  symlink: 'a symbolic link: its target is scanned where it lies, if it lies in the project',
  special: 'not a regular file',
  'own-report': 'a report of this tool',
  unreadable: 'could not be read',
  'not-asked': 'no manifest: libraries alone were asked for',
  'no-language': 'no language or manifest that Plumbline reads',
} as const;

export type SkipReason = keyof typeof skipReasons;

/** Shape: `path` is relative to the project's root; folders end in `/`. */
export interface Skip {
  readonly path: string;
  readonly reason: SkipReason;
}
