import { folderOf } from '../project.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { plainPath, type Owners } from './installed-files.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { releaseFiles, systemFile } from './os-release.ts';
import { rootOf, systemPackages, type Installed } from './system-packages.ts';

/** What apk has installed: lines of one letter and a value, an empty line between packages. */
export const apkInstalled: Lockfile = {
  id: 'apk-installed',
  ecosystem: 'apk',
  files: ['lib/apk/db/installed'],
  siblings: [...releaseFiles, 'etc/apk/world'],
  docs: 'https://wiki.alpinelinux.org/wiki/Apk_spec#Installed_Database_V2',
  maxBytes: 256 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const root = systemRoot(manifest.path);
    const world = manifest.project.text(systemFile(root, 'etc/apk/world'));
    const asked = world === undefined ? undefined : new Set(namesIn(world));
    const list: Installed[] = [];
    for (const fields of entriesIn(manifest.text)) {
      if (problems.isHopeless || list.length >= maxPackages) break;
      const it = packageIn(fields, manifest.path);
      if (it) list.push({ ...it, ...(asked && { direct: asked.has(it.name) }) });
      else if (fields.values.size > 0)
        problems.add('parse-error', 'A package without a name, or without a version.', fields.line);
    }
    if (list.length === 0 && problems.list.length === 0 && !/^[PC]:/m.test(manifest.text)) {
      problems.add('not-a-lockfile', 'No package in it: apk wrote no such file.', 1);
    }
    return { value: systemPackages(manifest, { ecosystem: 'apk', root }, list), problems: problems.list };
  },

  system: {
    rootOf: systemRoot,
    owners({ path, text }, wanted) {
      const owners: Owners = new Map();
      let name = '';
      let folder = '';
      for (const { text: line } of linesIn(text)) {
        if (line.startsWith('P:')) name = line.slice(2);
        else if (line.startsWith('F:')) folder = line.slice(2);
        else if (line.startsWith('R:')) {
          const file = plainPath(`${folder}/${line.slice(2)}`);
          if (wanted.has(file)) owners.set(file, `${path}#${name}`);
        }
      }
      return owners;
    },
  },
};

/** `lib/apk/db/installed`, since version 3 below `usr`. */
function systemRoot(path: string): string {
  const root = rootOf(path, 4);
  return /(?:^|\/)usr$/.test(root) ? folderOf(root) : root;
}

interface Entry {
  /** By their letters; of those that are there twice the first counts. */
  readonly values: ReadonlyMap<string, string>;
  /** Of its name; of its beginning when it has none. */
  readonly line: number;
}

/** Units: characters of one line. */
const longest = 100_000;

function* entriesIn(text: string): Iterable<Entry> {
  let values = new Map<string, string>();
  let line = 0;
  for (const { text: written, number } of linesIn(text)) {
    if (written.trim() === '') {
      if (values.size > 0) yield { values, line };
      values = new Map();
      continue;
    }
    // Those of files come in thousands.
    if (written[1] !== ':' || /^[FRMaZ]:/.test(written)) continue;
    if (values.size === 0 || written[0] === 'P') line = number;
    if (!values.has(written[0]!)) values.set(written[0]!, written.slice(2, longest).trim());
  }
  if (values.size > 0) yield { values, line };
}

function packageIn({ values, line }: Entry, file: string): Installed | undefined {
  const text = (letter: string): string => values.get(letter) ?? '';
  const [name, version, origin] = [text('P'), text('V'), text('o')];
  if (name === '' || version === '' || /\s/.test(name + version)) return undefined;
  return {
    name,
    version,
    location: locationInLine(file, line, 1, 'P:'.length + name.length),
    architecture: text('A'),
    builtFrom: origin === '' || origin === name ? undefined : { name: origin, version },
    licenses: [text('L')].filter((it) => it !== ''),
    needs: namesIn(text('D')).map((it) => [it]),
    provides: namesIn(text('p')),
  };
}

/** `so:libc.so.1 busybox>=1.3 !conflict a@edge` → names of packages and of what they provide. */
function namesIn(written: string): string[] {
  return written.split(/\s+/).flatMap((it) => /^(?!!)([^<>=~@]+)/.exec(it)?.[1] ?? []);
}
