/** Languages that are embedded in others, as `languages` names them. */
export type LanguageName = 'javascript' | 'typescript' | 'json' | 'bash' | 'python' | 'ruby' | 'java' | 'php';
