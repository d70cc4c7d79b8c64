/** What people read for what the API calls its values. */
export const statusWords: Readonly<Record<string, string>> = {
  open: 'Open',
  reviewing: 'In review',
  to_fix: 'To fix',
  ignored: 'Ignored',
  fixed: 'Fixed',
  removed: 'Removed',
};

export const reasonWords = {
  false_positive: 'False positive',
  acceptable_risk: 'Acceptable risk',
  used_in_tests: 'Used in tests',
  wont_fix: 'Will not be fixed',
  not_affected: 'Not affected',
  duplicate: 'Duplicate',
} as const;

export const kindWords: Readonly<Record<string, string>> = { code: 'Code', library: 'Library' };

export const evidenceWords: Readonly<Record<string, { readonly word: string; readonly means: string }>> = {
  match: { word: 'Match', means: 'The source text matches the rule.' },
  flow: { word: 'Flow', means: 'Data can get from where it enters to where it does harm: seen in the source text.' },
  request: { word: 'Request', means: 'Data of a request did get there: seen in a running service.' },
  declared: { word: 'Declared', means: 'A manifest or lock file names the library.' },
  unimported: { word: 'Not imported', means: 'All code that could import the library was read, and none does.' },
  reached: {
    word: 'Reached',
    means: 'The code of the project imports the library, or uses the vulnerable part of it.',
  },
  loaded: { word: 'Loaded', means: 'A running service has loaded the library.' },
  executed: { word: 'Executed', means: 'The vulnerable part of the library has run in a service.' },
};

export const eventWords: Readonly<Record<string, string>> = {
  created: 'First seen',
  fixed: 'Fixed',
  removed: 'Rule no longer runs',
  reopened: 'Back again',
  joined: 'Joined with what a service showed',
  shown: 'Seen in a running service',
  loaded: 'Loaded by a running service',
  triaged: 'Decided',
};
