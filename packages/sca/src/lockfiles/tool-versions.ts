import { linesIn, locationInLine } from '../text/lines.ts';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** The tools that asdf and mise install for a project. */
export const toolVersions: Lockfile = {
  id: 'tool-versions',
  ecosystem: 'generic',
  files: ['.tool-versions', 'mise.toml', '.mise.toml', 'mise.*.toml', '.config/mise.toml'],
  siblings: [],
  docs: 'https://mise.jdx.dev/configuration.html',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const listed = manifest.path.endsWith('.toml') ? fromMise(manifest, problems) : fromAsdf(manifest, problems);
    return { value: declaredPackages(manifest, 'generic', listed), problems: problems.list };
  },
};

function fromAsdf({ path, text }: Manifest, problems: Problems): readonly Declared[] {
  const listed: Declared[] = [];
  for (const { text: line, number } of linesIn(text)) {
    const bare = line.replace(/#.*$/s, '').trim();
    if (bare === '') continue;
    const [name = '', ...versions] = bare.slice(0, 2048).split(/\s+/);
    if (!/^[\w.-]+$/.test(name) || versions.length === 0 || !versions.some(isVersion)) {
      problems.add('parse-error', 'No name of a tool with its versions.', number);
      if (problems.isHopeless) break;
      continue;
    }
    const location = locationInLine(path, number, 1, line.trimEnd().length);
    // Others say where one is that has no version here.
    listed.push(...versions.filter(isVersion).map((it) => toolOf(name, it, location)));
  }
  return listed;
}

function fromMise({ path, text }: Manifest, problems: Problems): readonly Declared[] {
  const { value, fault } = readToml(text);
  if (fault) problems.add('parse-error', fault.message, fault.line);
  else if (text.trim() !== '' && entriesOf(value).length === 0) problems.add('not-a-manifest', 'No [tools].', 1);
  const places = new Map<string, { readonly number: number; readonly length: number }>();
  for (const { text: line, number } of linesIn(text)) {
    const key = /^\s*"?([\w:@/.-]{1,200})"?\s*=/.exec(line)?.[1];
    if (key !== undefined && !places.has(key)) places.set(key, { number, length: line.trimEnd().length });
  }
  return entriesOf(entry(value, 'tools')).flatMap(([name, wish]) => {
    const { number, length } = places.get(name) ?? { number: 1, length: 1 };
    const wishes = Array.isArray(wish) ? wish : [wish];
    const versions = wishes
      .map((it) => (typeof it === 'string' ? it : textEntry(it, 'version')))
      .filter((it) => it !== undefined);
    return versions.map((it) => toolOf(name, it, locationInLine(path, number, 1, length)));
  });
}

function isVersion(text: string): boolean {
  return /^(?:v?\d|latest|system|lts|ref:|path:|[a-z]+-)/i.test(text);
}

/** Java's versions begin with whose build it is. */
function toolOf(name: string, written: string, location: Declared['location']): Declared {
  const version = /^(?:v|[a-z]+-)?(\d[\w.+-]*)$/i.exec(written)?.[1] ?? '';
  return { name: name.toLowerCase(), version, requested: written, scopes: ['runtime'], location };
}
