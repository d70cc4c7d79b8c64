import { c } from './c.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { javascript } from './javascript.ts';
import { json } from './json.ts';
import type { Language } from './language.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { php } from './php.ts';
import { csharp } from './csharp.ts';
import { kotlin } from './kotlin.ts';
import { rust } from './rust.ts';
import { cpp } from './cpp.ts';
import { bash } from './bash.ts';
import { hcl } from './hcl.ts';
import { lua } from './lua.ts';
import { toml } from './toml.ts';
import { html } from './html.ts';
import { scala } from './scala.ts';
import { elixir } from './elixir.ts';
import { dockerfile } from './dockerfile.ts';
import { solidity } from './solidity.ts';
import { swift } from './swift.ts';
import { xml } from './xml.ts';
import { apex } from './apex.ts';
import { sql } from './sql.ts';
import { dart } from './dart.ts';
import { yaml } from './yaml.ts';

/** Every language we read. */
export const languages: readonly Language[] = [
  {
    name: 'javascript',
    models: 'javascript',
    extensions: ['.js', '.jsx', '.mjs', '.cjs'],
    interpreters: ['node', 'nodejs'],
    grammar: 'javascript',
    table: javascript,
  },
  {
    name: 'typescript',
    models: 'javascript',
    extensions: ['.ts', '.mts', '.cts'],
    interpreters: ['deno', 'bun', 'tsx'],
    grammar: 'typescript',
    table: javascript,
  },
  { name: 'typescript', models: 'javascript', extensions: ['.tsx'], grammar: 'tsx', table: javascript },
  {
    name: 'python',
    models: 'python',
    extensions: ['.py', '.pyw', '.pyi'],
    interpreters: ['python', 'pypy'],
    grammar: 'python',
    table: python,
  },
  { name: 'java', models: 'java', extensions: ['.java'], grammar: 'java', table: java },
  { name: 'go', models: 'go', extensions: ['.go'], grammar: 'go', table: go },
  { name: 'c', models: 'c', extensions: ['.c'], grammar: 'c', table: c },
  {
    name: 'ruby',
    models: 'ruby',
    extensions: ['.rb', '.rake', '.gemspec', '.ru'],
    interpreters: ['ruby'],
    files: /^(?:(?:gem|rake|vagrant|pod|guard|cap|brew|fast)file|config\.ru)$/,
    grammar: 'ruby',
    table: ruby,
  },
  {
    name: 'php',
    models: 'php',
    extensions: ['.php', '.phtml', '.inc'],
    interpreters: ['php'],
    grammar: 'php',
    table: php,
  },
  { name: 'csharp', models: 'csharp', extensions: ['.cs'], grammar: 'csharp', table: csharp },
  {
    name: 'kotlin',
    models: 'kotlin',
    extensions: ['.kt', '.kts'],
    interpreters: ['kotlin'],
    grammar: 'kotlin',
    table: kotlin,
  },
  { name: 'rust', models: 'rust', extensions: ['.rs'], grammar: 'rust', table: rust },
  {
    name: 'cpp',
    models: 'cpp',
    extensions: ['.cpp', '.cc', '.cxx', '.c++', '.h', '.hh', '.hpp', '.hxx', '.h++', '.ipp', '.tpp', '.inl'],
    grammar: 'cpp',
    table: cpp,
  },
  {
    name: 'bash',
    models: 'bash',
    extensions: ['.sh', '.bash', '.zsh', '.ksh'],
    interpreters: ['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash'],
    grammar: 'bash',
    table: bash,
  },
  { name: 'terraform', models: 'terraform', extensions: ['.tf', '.hcl', '.tfvars'], grammar: 'hcl', table: hcl },
  { name: 'lua', models: 'lua', extensions: ['.lua'], interpreters: ['lua', 'luajit'], grammar: 'lua', table: lua },
  { name: 'toml', models: 'toml', extensions: ['.toml'], grammar: 'toml', table: toml },
  { name: 'html', models: 'html', extensions: ['.html', '.htm'], grammar: 'html', table: html },
  {
    name: 'scala',
    models: 'scala',
    extensions: ['.scala', '.sc'],
    interpreters: ['scala'],
    grammar: 'scala',
    table: scala,
  },
  {
    name: 'elixir',
    models: 'elixir',
    extensions: ['.ex', '.exs'],
    interpreters: ['elixir'],
    grammar: 'elixir',
    table: elixir,
  },
  { name: 'json', models: 'json', extensions: ['.json'], grammar: 'json', table: json },
  {
    name: 'dockerfile',
    models: 'dockerfile',
    extensions: ['.dockerfile', '.containerfile'],
    files: /^(?:docker|container)file(?:\.(?!dockerignore$|md$|lock$)[\w.-]+)?$/,
    grammar: 'dockerfile',
    table: dockerfile,
  },
  { name: 'solidity', models: 'solidity', extensions: ['.sol'], grammar: 'solidity', table: solidity },
  { name: 'swift', models: 'swift', extensions: ['.swift'], interpreters: ['swift'], grammar: 'swift', table: swift },
  {
    name: 'xml',
    models: 'xml',
    extensions: ['.xml', '.xsd', '.xsl', '.xslt', '.wsdl', '.plist', '.csproj', '.config', '.svg', '.jelly'],
    grammar: 'xml',
    table: xml,
  },
  { name: 'apex', models: 'apex', extensions: ['.cls', '.trigger', '.apex'], grammar: 'apex', table: apex },
  { name: 'sql', models: 'sql', extensions: ['.sql'], grammar: 'sql', table: sql },
  { name: 'dart', models: 'dart', extensions: ['.dart'], interpreters: ['dart'], grammar: 'dart', table: dart },
  { name: 'yaml', models: 'yaml', extensions: ['.yaml', '.yml'], grammar: 'yaml', table: yaml },
];

const byExtension = new Map(languages.flatMap((it) => it.extensions.map((extension) => [extension, it] as const)));
const byInterpreter = new Map(languages.flatMap((it) => (it.interpreters ?? []).map((name) => [name, it] as const)));

/**
 * The language of a file, by its name; of a script whose name says nothing, by its first line. `undefined` if we read
 * none of that kind.
 */
export function languageOf(path: string, text = ''): Language | undefined {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const named = languages.find((it) => it.files?.test(file));
  if (named) return named;
  const dot = file.lastIndexOf('.');
  return dot > 0 ? byExtension.get(file.slice(dot)) : scriptLanguage(text);
}

const shebang = /^#![ \t]*(?:\S*\/)?(?:env[ \t]+(?:-\S+[ \t]+|\w+=\S*[ \t]+)*)?(?:\S*\/)?([a-z]+)/;

function scriptLanguage(text: string): Language | undefined {
  const name = shebang.exec(text.slice(0, 200))?.[1];
  return name === undefined ? undefined : byInterpreter.get(name);
}
