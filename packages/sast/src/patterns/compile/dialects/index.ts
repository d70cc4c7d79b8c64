import type { Dialect } from '../dialect.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { javascript, typescript } from './javascript.ts';
import { json } from './json.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { bash } from './bash.ts';
import { hcl } from './hcl.ts';
import { html } from './html.ts';
import { lua } from './lua.ts';
import { c } from './c.ts';
import { scala } from './scala.ts';
import { elixir } from './elixir.ts';
import { cpp } from './cpp.ts';
import { csharp } from './csharp.ts';
import { kotlin } from './kotlin.ts';
import { rust } from './rust.ts';
import { dockerfile } from './dockerfile.ts';
import { solidity } from './solidity.ts';
import { swift } from './swift.ts';
import { apex } from './apex.ts';
import { xml } from './xml.ts';
import { sql } from './sql.ts';
import { dart } from './dart.ts';
import { toml } from './toml.ts';
import { yaml } from './yaml.ts';

/** Every language that patterns can be written in. */
export const dialects: readonly Dialect[] = [
  javascript,
  typescript,
  python,
  java,
  go,
  ruby,
  php,
  csharp,
  kotlin,
  rust,
  scala,
  c,
  cpp,
  bash,
  hcl,
  lua,
  elixir,
  html,
  json,
  yaml,
  dockerfile,
  solidity,
  swift,
  apex,
  sql,
  dart,
  toml,
  xml,
];

const byName = new Map(dialects.flatMap((it) => it.languages.map((name) => [name, it] as const)));

/** The dialect of a language by any of its names in rules. */
export function dialectOf(language: string): Dialect | undefined {
  return byName.get(language.toLowerCase());
}
