import type { Scope } from '@plumbline/core';

/** Configurations by what their names say. Those of the Java and Android plugins, and what others commonly add. */
const kinds: readonly (readonly [name: RegExp, scope: Scope])[] = [
  [/test/i, 'test'],
  [/^(?:developmentOnly|debug(?:Api|Implementation|RuntimeOnly)?)$/, 'development'],
  [/^jmh/, 'development'],
  [/^(?:zinc|kotlinBuildTools|kotlinCompiler|kotlinKlib|protobufToolsLocator)/, 'build'],
  [/annotationProcessor|^kapt|^ksp|^(?:\w+C|c)lasspath$|^classpath$/i, 'build'],
  [/checkstyle|pmd|spotbugs|jacoco|ktlint|detekt|errorprone|lint|spotless|codenarc|antlr$/i, 'build'],
  [/compileOnly|^provided|^providedCompile/i, 'build'],
  [/^optional/, 'optional'],
];

const classpaths = /^(?:compile|runtime|productionRuntime)Classpath$|(?:Compile|Runtime)Classpath$/;

export function scopeOfConfiguration(name: string): Scope {
  const found = kinds.find(([pattern]) => pattern.test(name))?.[1];
  return found === 'build' && classpaths.test(name) ? 'runtime' : (found ?? 'runtime');
}

/** Whether a build file is of a build's own build: what that needs is none of the product. */
export function isOwnBuild(path: string): boolean {
  return /(?:^|\/)(?:buildSrc|build-logic|buildLogic)\//.test(path);
}
