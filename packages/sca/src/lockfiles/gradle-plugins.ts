import type { GradleStatement } from '../text/gradle.ts';
import type { GradleValues } from './gradle-values.ts';

/** A plugin that a build file asks for by id and version. Those out of a catalogue are told there. */
export interface GradlePlugin {
  readonly id: string;
  readonly version: string;
  readonly statement: GradleStatement;
}

export function gradlePlugins(statements: readonly GradleStatement[], values: GradleValues): readonly GradlePlugin[] {
  return statements
    .filter(({ heads }) => heads.at(-1)?.shape.trim() === 'plugins')
    .flatMap((it) => pluginOf(it, values) ?? []);
}

/** `id 'x' version '1'`, `id("x").version(v)`, `kotlin("jvm") version "1"`. */
function pluginOf(statement: GradleStatement, values: GradleValues): GradlePlugin | undefined {
  const { shape, texts } = statement;
  const [, how, first = '', second, variable] =
    /\b(id|kotlin)\s*\(?\s*§(\d+)§\s*\)?\s*\.?version\s*\(?\s*(?:§(\d+)§|([\w.()]+))/.exec(shape) ?? [];
  const text = (at: string): string => values.textOf(texts[Number(at)]!);
  if (how === undefined) return undefined;
  const id = text(first);
  const version = second === undefined ? values.valueOf(variable!) : text(second);
  if (!/^[\w.-]{1,200}$/.test(id) || version === undefined || version === '') return undefined;
  return { id: how === 'kotlin' ? `org.jetbrains.kotlin.${id}` : id, version, statement };
}
