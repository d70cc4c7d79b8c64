import { folderOf } from '../project.ts';
import { linesIn } from '../text/lines.ts';
import type { Manifest } from './lockfile.ts';

/** Literal values of a build, by the last part of their names. */
export type GradleValues = ReadonlyMap<string, string>;

const files = ['gradle.properties', 'build.gradle', 'build.gradle.kts'];
/** Units: values of one build. */
const maxValues = 10_000;

/** The values that a build file, those above it and their gradle.properties give to names. The nearest counts. */
export function gradleValues({ path, text, project }: Manifest): GradleValues {
  const values = new Map<string, string>();
  collect(values, text, false);
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const file of files) {
      const beside = folder === '' ? file : `${folder}/${file}`;
      if (beside !== path && project.has(beside))
        collect(values, project.text(beside) ?? '', file === 'gradle.properties');
    }
    if (folder === '') return values;
  }
}

function collect(values: Map<string, string>, text: string, isProperties: boolean): void {
  const assigned = isProperties
    ? /^\s*([\w.-]{1,100})\s*[=:]\s*(\S{1,200})\s*$/
    : /(?:^|[\s.,([{])["']?(\w{1,100})["']?\]?\s*(?:=|:|\bby extra\(|,)\s*["']([^"'\s:]{1,200})["']/;
  for (const { text: line } of linesIn(text)) {
    const [, name, value] = (line.length <= 2048 && assigned.exec(line)) || [];
    if (name !== undefined && values.size < maxValues && !values.has(name)) values.set(name, value!);
  }
}

/** `$name`, `${name}`, `${project.name}` and `${property("name")}` filled in; what has no literal value stays. */
export function filledGradle(text: string, values: GradleValues): string {
  return text
    .slice(0, 1024)
    .replaceAll(
      /\$(?:\{([^{}]{1,200})\}|(\w{1,100}))/g,
      (whole, inner: string | undefined, bare: string | undefined) => {
        const name = bare ?? /([\w.-]+)["'\])]*$/.exec(inner!)?.[1] ?? '';
        return values.get(name) ?? values.get(name.slice(name.lastIndexOf('.') + 1)) ?? whole;
      },
    )
    .slice(0, 1024);
}
