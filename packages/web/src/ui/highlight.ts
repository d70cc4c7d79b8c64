import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** A stretch of one line, and its two colours. */
export interface Token {
  readonly text: string;
  readonly style: Readonly<Record<string, string>>;
}

/** Each language is a file of its own, loaded when it is first shown. */
const languages = {
  javascript: async () => await import('shiki/dist/langs/javascript.mjs'),
  typescript: async () => await import('shiki/dist/langs/typescript.mjs'),
  tsx: async () => await import('shiki/dist/langs/tsx.mjs'),
  python: async () => await import('shiki/dist/langs/python.mjs'),
  java: async () => await import('shiki/dist/langs/java.mjs'),
  go: async () => await import('shiki/dist/langs/go.mjs'),
  json: async () => await import('shiki/dist/langs/json.mjs'),
  yaml: async () => await import('shiki/dist/langs/yaml.mjs'),
  xml: async () => await import('shiki/dist/langs/xml.mjs'),
} as const;
type Language = keyof typeof languages;

const byExtension: Readonly<Record<string, Language>> = {
  js: 'javascript',
  cjs: 'javascript',
  mjs: 'javascript',
  jsx: 'tsx',
  ts: 'typescript',
  cts: 'typescript',
  mts: 'typescript',
  tsx: 'tsx',
  py: 'python',
  java: 'java',
  go: 'go',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  xml: 'xml',
};

let engine: Promise<HighlighterCore> | undefined;

/** Lines of source text, cut into coloured stretches; undefined for a language that we have no colours for. */
export async function highlight(file: string, lines: readonly string[]): Promise<Token[][] | undefined> {
  const language = byExtension[file.split('.').at(-1)?.toLowerCase() ?? ''];
  if (!language) return undefined;
  engine ??= createHighlighterCore({
    themes: [import('shiki/dist/themes/github-light.mjs'), import('shiki/dist/themes/github-dark.mjs')],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  });
  const highlighter = await engine;
  await highlighter.loadLanguage(languages[language]());
  const { tokens } = highlighter.codeToTokens(lines.join('\n'), {
    lang: language,
    themes: { light: 'github-light', dark: 'github-dark' },
    defaultColor: false,
    tokenizeMaxLineLength: 1_000,
  });
  return tokens.map((line) => line.map(({ content, htmlStyle = {} }) => ({ text: content, style: htmlStyle })));
}
