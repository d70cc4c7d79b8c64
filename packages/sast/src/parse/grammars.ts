/** Where a grammar comes from. The file is the package's own, unmodified; its bytes come to the parser from outside. */
export interface GrammarSource {
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly licence: string;
}

/** Every grammar we parse with. The versions are those of package.json, exactly; a test compares them. */
export const grammars = {
  javascript: {
    package: 'tree-sitter-javascript',
    version: '0.25.0',
    file: 'tree-sitter-javascript.wasm',
    licence: 'MIT',
  },
  typescript: {
    package: 'tree-sitter-typescript',
    version: '0.23.2',
    file: 'tree-sitter-typescript.wasm',
    licence: 'MIT',
  },
  tsx: { package: 'tree-sitter-typescript', version: '0.23.2', file: 'tree-sitter-tsx.wasm', licence: 'MIT' },
  python: { package: 'tree-sitter-python', version: '0.25.0', file: 'tree-sitter-python.wasm', licence: 'MIT' },
  java: { package: 'tree-sitter-java', version: '0.23.5', file: 'tree-sitter-java.wasm', licence: 'MIT' },
  go: { package: 'tree-sitter-go', version: '0.25.0', file: 'tree-sitter-go.wasm', licence: 'MIT' },
  json: { package: 'tree-sitter-json', version: '0.24.8', file: 'tree-sitter-json.wasm', licence: 'MIT' },
  yaml: {
    package: '@tree-sitter-grammars/tree-sitter-yaml',
    version: '0.7.1',
    file: 'tree-sitter-yaml.wasm',
    licence: 'MIT',
  },
} as const satisfies Record<string, GrammarSource>;

export type GrammarName = keyof typeof grammars;
