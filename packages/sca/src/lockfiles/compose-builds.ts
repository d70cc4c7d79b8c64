import { folderOf, resolvePath, type ProjectTexts } from '../project.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { linesIn } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { interpolated } from './image.ts';
import { mappingsIn } from './yaml-images.ts';

const cache = new WeakMap<ProjectTexts, ReadonlyMap<string, ReadonlyMap<string, string>>>();

/** The arguments that compose files of a project give to a Dockerfile. */
export function composeArguments(project: ProjectTexts, dockerfile: string): ReadonlyMap<string, string> {
  const known = cache.get(project) ?? buildsOf(project);
  cache.set(project, known);
  return known.get(dockerfile) ?? new Map();
}

interface Build {
  readonly file: string;
  readonly args: readonly (readonly [name: string, value: string])[];
}

function buildsOf(project: ProjectTexts): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const files = project.paths.filter((it) => /(?:^|\/)(?:docker-|podman-)?compose[^/]*\.ya?ml$/.test(it));
  for (const { file, args } of files.flatMap((it) => buildsIn(project, it))) {
    const known = found.get(file) ?? new Map<string, string>();
    found.set(file, known);
    for (const [name, value] of args) if (!known.has(name)) known.set(name, value);
  }
  return found;
}

function buildsIn(project: ProjectTexts, path: string): readonly Build[] {
  const text = project.text(path) ?? '';
  if (!text.includes('args:')) return [];
  const values = environmentOf(project, folderOf(path));
  const mappings = readYaml(text).documents.flatMap((it) => [...mappingsIn(it)]);
  return mappings.flatMap((it): readonly Build[] => {
    const build = member(it, 'build');
    const args = argumentsIn(member(build, 'args'), values);
    const file = build && args.length > 0 ? fileOf(build, folderOf(path)) : undefined;
    return file === undefined ? [] : [{ file, args }];
  });
}

function fileOf(build: JsonValue, folder: string): string | undefined {
  const context = resolvePath(folder, textOf(member(build, 'context')) ?? '.');
  return context === undefined ? undefined : resolvePath(context, textOf(member(build, 'dockerfile')) ?? 'Dockerfile');
}

/** `{BASE: "node:20"}` or `["BASE=node:20"]`; a name alone has the value of the environment. */
function argumentsIn(
  args: JsonValue | undefined,
  values: ReadonlyMap<string, string>,
): readonly (readonly [name: string, value: string])[] {
  const named = Array.from(membersOf(args), ([name, it]) => [name, textOf(it.value) ?? `\${${name}}`] as const);
  const listed = itemsOf(args).map((it) => {
    const [name = '', ...rest] = (textOf(it) ?? '').split('=');
    return [name, rest.length === 0 ? `\${${name}}` : rest.join('=')] as const;
  });
  return [...named, ...listed].flatMap(([name, written]) => {
    const value = interpolated(written, (key) => values.get(key));
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
}

/** The values that compose takes from the `.env` of a folder. */
export function environmentOf(project: ProjectTexts, folder: string): ReadonlyMap<string, string> {
  const path = folder === '' ? '.env' : `${folder}/.env`;
  const values = new Map<string, string>();
  for (const { text } of linesIn(project.has(path) ? (project.text(path) ?? '') : '')) {
    const found = /^\s*(?:export\s+)?([A-Za-z_]\w{0,100})=(?:"([^"]*)"|'([^']*)'|([^\s#]*))/.exec(text.slice(0, 2048));
    if (found) values.set(found[1]!, found[2] ?? found[3] ?? found[4] ?? '');
  }
  return values;
}
