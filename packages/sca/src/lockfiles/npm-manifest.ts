import { literal } from '@plumbline/core';
import { folderOf, resolvePath, type ProjectTexts } from '../project.ts';
import { itemsOf, member, readJson, textOf, type JsonValue } from '../text/json.ts';
import type { Manifest } from './lockfile.ts';
import { wishesOf, type Wish } from './npm-entries.ts';

/** The wishes in the package.json of a folder, seen from a lock file; undefined when there is none. */
export function wishesIn(manifest: Manifest, folder: string): readonly Wish[] | undefined {
  const json = packageJsonIn(manifest, folder);
  return json && wishesOf(json);
}

/** The wishes of the project beside a lock file and of its workspaces; undefined without a package.json. */
export function projectWishes(manifest: Manifest): readonly Wish[] | undefined {
  const root = packageJsonIn(manifest, '.');
  if (!root) return undefined;
  return [root, ...workspacesOf(manifest, root)].flatMap(wishesOf);
}

/** The package.json of a folder, seen from a lock file. */
export function packageJsonIn({ path, project }: Manifest, folder: string): JsonValue | undefined {
  const file = resolvePath(folderOf(path), `${folder}/package.json`);
  const text = file !== undefined && project.has(file) ? project.text(file) : undefined;
  return text === undefined ? undefined : readJson(text).value;
}

/** More folders than any repository names. */
const maxPatterns = 1000;

function workspacesOf(manifest: Manifest, root: JsonValue): readonly JsonValue[] {
  return foldersIn(manifest, root).flatMap((it) => packageJsonIn(manifest, it) ?? []);
}

/** The folders of the workspaces of a package.json, relative to the project's root. */
export function workspaceFolders(project: ProjectTexts, path: string): readonly string[] {
  const manifest = { path, project, text: '' };
  const root = packageJsonIn(manifest, '.');
  const folder = folderOf(path);
  return root ? foldersIn(manifest, root).map((it) => (folder === '' ? it : `${folder}/${it}`)) : [];
}

function foldersIn({ path, project }: Manifest, root: JsonValue): readonly string[] {
  const declared = member(root, 'workspaces');
  const list = declared?.is === 'object' ? member(declared, 'packages') : declared;
  const names = itemsOf(list)
    .flatMap((it) => textOf(it) ?? [])
    .slice(0, maxPatterns);
  if (names.length === 0) return [];
  const folder = folderOf(path);
  const prefix = folder === '' ? '' : `${folder}/`;
  const takes = new RegExp(`^(?:${names.map(patternOf).join('|')})$`);
  return project.paths
    .filter((it) => it.startsWith(prefix) && it.endsWith('/package.json') && !it.includes('node_modules/'))
    .map((it) => folderOf(it).slice(prefix.length))
    .filter((it) => it !== '' && takes.test(it));
}

/** Units: characters. */
const maxPattern = 200;

/** `packages/*` and `apps/**` as a pattern. A folder has few stars; a name with more is nobody's. */
function patternOf(glob: string): string {
  const parts = glob
    .slice(0, maxPattern + 1)
    .replace(/^\.?\/+|\/+$/g, '')
    .split(/(\*+)/);
  if (glob.length > maxPattern || parts.length > 5) return '(?!)';
  return parts.map((it) => (it.startsWith('**') ? '.*' : it === '*' ? '[^/]*' : literal(it))).join('');
}
