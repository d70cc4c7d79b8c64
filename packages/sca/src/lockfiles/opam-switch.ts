import { linesOf } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What is installed in a switch of opam: its state, or a plain list of names with versions. */
export const opamSwitch: Lockfile = {
  id: 'opam-switch',
  ecosystem: 'opam',
  files: ['.opam-switch/switch-state', '.opam-switch/install'],
  siblings: [],
  docs: 'https://opam.ocaml.org/doc/Manual.html#switch-state',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const isState = manifest.path.endsWith('switch-state');
    const listed = isState ? inState(manifest) : inList(manifest, problems);
    const isEmpty = manifest.text.trim() === '';
    if (isState && listed.length === 0 && !isEmpty && !/^(?:installed|roots|compiler)\s*:/m.test(manifest.text)) {
      problems.add('not-a-lockfile', 'No list of what is installed: this is no state of a switch.', 1);
    }
    return { value: declaredPackages(manifest, 'opam', listed), problems: problems.list };
  },
};

/** Shape: `dune.3.7.2`: the version begins behind the first point. */
const installed = /^(?<name>[A-Za-z\d][\w+-]{0,200})\.(?<version>[\w.+~-]{1,200})$/;

/** `installed: ["dune.3.7.2" …]`; what was asked for is in `roots`. */
function inState({ path, text }: Manifest): readonly Declared[] {
  const lines = linesOf(path, text);
  const asked = new Set(textsIn(text, 'roots').map((it) => it.value));
  return textsIn(text, 'installed')
    .slice(0, maxPackages)
    .flatMap(({ value, start }): readonly Declared[] => {
      const { name = '', version = '' } = installed.exec(value)?.groups ?? {};
      const location = lines.location(start, start + value.length);
      return name === '' ? [] : [{ name, version, direct: asked.has(value), location }];
    });
}

function textsIn(text: string, field: string): readonly { readonly value: string; readonly start: number }[] {
  const found = new RegExp(`^${field}\\s*:\\s*\\[`, 'm').exec(text);
  if (!found) return [];
  const from = found.index + found[0].length;
  const end = text.indexOf(']', from);
  const list = text.slice(from, end === -1 ? undefined : end);
  return Array.from(list.matchAll(/"([^"\n]{1,500})"/g), (it) => ({ value: it[1]!, start: from + it.index + 1 }));
}

function inList({ path, text }: Manifest, problems: Problems): readonly Declared[] {
  const lines = linesOf(path, text);
  const listed: Declared[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const written = line.replace(/#.*$/, '').trim();
    if (written === '' || listed.length >= maxPackages || problems.isHopeless) continue;
    const { name, version = '' } = installed.exec(written)?.groups ?? {};
    const location = lines.location(index, index + written.length);
    if (name === undefined) problems.add('parse-error', 'No name with a version.', location.start.line);
    else listed.push({ name, version, location });
  }
  return listed;
}
