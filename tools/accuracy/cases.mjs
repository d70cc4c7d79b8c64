import fs from 'node:fs';
import path from 'node:path';
import { extract, lockfileOf } from '../../packages/sca/dist/index.js';
import { always, entries, lacking, names, settings } from './names.mjs';

/** The cases of a format, each with the file that it reads; undefined where that is none of the fixtures. */
export function casesOf(folder) {
  const { cases } = JSON.parse(fs.readFileSync(path.join(folder, 'expected.json'), 'utf8'));
  return cases.map((it) => {
    const test = it.name || it.test.split('::').at(-1);
    const file = entries[test] ?? it.file;
    const isThere = file && fs.statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile();
    return { ...it, name: test, file, isThere };
  });
}

/**
 * Runs one case: the file under the name it has in a project, with all others where they are, for parents and includes.
 *
 * Shape: `state` is why there is nothing to compare: `setting`, `no file`, `no reader`.
 */
export function runCase(folder, it, format) {
  if (settings.some((one) => one.test(it.name))) return { it, state: 'setting' };
  if (!it.isThere || isLacking(folder, it)) return { it, state: 'no file' };
  const name = nameOf(it, format);
  const files = filesBeside(folder, it.file);
  files.set(name, it.file);
  const format_ = lockfileOf(name);
  if (!format_) return { it, state: 'no reader' };
  const read = (one) => (files.has(one) ? fs.readFileSync(path.join(folder, files.get(one))) : undefined);
  const { value, problems } = extract({ paths: [...files.keys()], read });
  // What others declare is theirs, but for what this one includes or inherits.
  const isOwn = ({ id, location }) =>
    id.startsWith(`${name}#`) || inFile(location.file) === name || !lockfileOf(inFile(location.file));
  return {
    it,
    state: 'read',
    name,
    packages: value.filter(isOwn),
    problems: problems.filter((one) => one.file === name),
  };
}

function isLacking(folder, { file }) {
  const other = lacking[path.basename(path.dirname(folder))]?.[file];
  return other !== undefined && !fs.existsSync(path.join(folder, other));
}

/** What lies in an archive is at `app.jar!/META-INF/…`. */
const inFile = (file) => file.split('!/')[0];

function nameOf(it, format) {
  const fixed = always[format]?.(it);
  const own = path.basename(it.file);
  const isKnown = lockfileOf(it.file) !== undefined && !lockfileOf(it.file).isGuess;
  return path.join(path.dirname(it.file), fixed ?? (isKnown ? own : (names[format] ?? own)));
}

function filesBeside(folder, file) {
  const all = fs.readdirSync(path.join(folder, 'files'), { recursive: true, withFileTypes: true });
  const paths = all.filter((it) => it.isFile()).map((it) => path.relative(folder, path.join(it.parentPath, it.name)));
  const isOther = (it) =>
    it === file ||
    // Lock files of other cases in the same folder would speak for this one.
    (lockfileOf(it) && !lockfileOf(it).isGuess && path.dirname(it) === path.dirname(file) && !isCompanion(it));
  return new Map(paths.filter((it) => !isOther(it)).map((it) => [it, it]));
}

const isCompanion = (file) => /(?:^|\/)(?:pom|Directory\.|npm-shrinkwrap\.json)[^/]*$/.test(file);
