import type { Ecosystem, Package } from '@plumbline/core';
import { csharpNaming } from './nuget.ts';
import { goNaming } from './golang.ts';
import { javaNaming } from './maven.ts';
import { phpNaming } from './composer.ts';
import { pythonNaming } from './pypi.ts';
import { rubyNaming } from './gems.ts';
import { scriptNaming } from './npm.ts';

/**
 * How packages of an ecosystem are called in code.
 *
 * Shape: a `path` is what an import or a name in code comes to, with its module first: `lodash/fp`, `PIL.Image`,
 *        `com.fasterxml.jackson.databind.ObjectMapper`.
 */
export interface Naming {
  readonly ecosystem: Ecosystem;
  /** As `FileLinks` calls it. */
  readonly language: string;
  /** The modules that a package brings, by their first parts. Everything below one is the package's, too. */
  readonly modules: (found: Package) => Modules;
  /** What stands between the parts of a module's name. */
  readonly separator: RegExp;
  /** Whether an import is of nobody's package: the language's own library. */
  readonly isStandard: (module: string) => boolean;
  /** Other languages whose code may use the packages, by the ends of their files. */
  readonly beside: RegExp | undefined;
}

/** Shape: `sure` = the names are known, not guessed from the package's name. `silent`: it is often used without an import. */
export interface Modules {
  readonly names: readonly string[];
  readonly sure: boolean;
  readonly silent?: boolean;
}

const namings: readonly Naming[] = [
  scriptNaming,
  pythonNaming,
  javaNaming,
  goNaming,
  rubyNaming,
  phpNaming,
  csharpNaming,
];

export function namingOf(ecosystem: Ecosystem): Naming | undefined {
  return namings.find((it) => it.ecosystem === ecosystem);
}
