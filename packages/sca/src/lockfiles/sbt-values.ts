import { folderOf } from '../project.ts';
import type { Manifest } from './lockfile.ts';

/** Units: files and values of one build. */
const maxFiles = 100;
const maxValues = 10_000;

/** The literal values that the files of a build of sbt give to names, by the last part of those: the own file first. */
export function sbtValues({ path, text, project }: Manifest): ReadonlyMap<string, string> {
  const top = folderOf(path).replace(/(?:^|\/)project(?:\/src\/main\/scala)?$/, '');
  const prefix = top === '' ? '' : `${top}/`;
  const isBuild = /^(?:build\.sbt|project\/(?:src\/main\/scala\/)?[^/]*\.(?:sbt|scala))$/;
  const others = project.paths.filter(
    (it) => it !== path && ((it.startsWith(prefix) && isBuild.test(it.slice(prefix.length))) || isBuild.test(it)),
  );
  const values = new Map<string, string>();
  for (const it of [text, ...others.slice(0, maxFiles).map((other) => project.text(other) ?? '')]) {
    for (const [, name, value, other] of it.matchAll(assigned)) {
      const found = value ?? `\u0000${other!.slice(other!.lastIndexOf('.') + 1)}`;
      if (!values.has(name!) && values.size < maxValues) values.set(name!, found);
    }
  }
  return new Map(Array.from(values, ([name, value]) => [name, followed(value, values)] as const));
}

const assigned =
  /\b([A-Za-z]\w{0,100})(?:\s*:\s*String)?\s*:?=\s*(?:"([^"\s]{1,200})"|([A-Za-z][\w.]{0,100})[ \t]*(?=[\n,)]))/g;

/** A value that is the name of another. */
function followed(value: string, values: ReadonlyMap<string, string>): string {
  let found = value;
  for (let step = 0; step < 5 && found.startsWith('\u0000'); step += 1) found = values.get(found.slice(1)) ?? '';
  return found.startsWith('\u0000') ? '' : found;
}
