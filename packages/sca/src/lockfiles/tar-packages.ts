import { member, readJson, textOf } from '../text/json.ts';
import { entry, readToml, textEntry } from '../text/toml.ts';
import { packageIn, type Held, type Itself } from './archive-layer.ts';
import { maxNameLength } from './lockfile.ts';
import { licensesOf } from './npm-entries.ts';

/** The description of a package that a tar archive is, in its one folder. */
function itselfBy(
  isWanted: (name: string) => boolean,
  heldIn: (text: string) => Omit<Held, 'inside'> | undefined,
): Itself {
  return {
    isWanted,
    read(texts, { inside }, path) {
      const [text = ''] = texts.values();
      const held = heldIn(text);
      if (!held || held.name === '' || held.name.length > maxNameLength || held.version === '') {
        return { packages: [], itself: undefined };
      }
      const found = packageIn(path, { ...held, inside });
      return { packages: [found], itself: found.id };
    },
  };
}

/** Source: https://docs.npmjs.com/cli/v11/commands/npm-pack */
export const npmItself = itselfBy(
  (name) => /^[^/]+\/package\.json$/.test(name),
  (text) => {
    const { value } = readJson(text);
    const [name, version] = [textOf(member(value, 'name')), textOf(member(value, 'version'))];
    return value && name && version ? { ecosystem: 'npm', name, version, licenses: licensesOf(value) } : undefined;
  },
);

/** Source: https://doc.rust-lang.org/cargo/commands/cargo-package.html */
export const crateItself = itselfBy(
  (name) => /^[^/]+\/Cargo\.toml$/.test(name),
  (text) => {
    const found = entry(readToml(text).value, 'package');
    const [name, version, license] = ['name', 'version', 'license'].map((key) => textEntry(found, key));
    return name && version ? { ecosystem: 'cargo', name, version, licenses: license ? [license] : [] } : undefined;
  },
);

/** The lines of a gem's description that count; a YAML reader would have to know Ruby's types. */
export const gemItself = itselfBy(
  (name) => name === 'metadata.gz',
  (text) => {
    const name = /^name:[ \t]*['"]?([\w.-]{1,200})/m.exec(text)?.[1];
    const version = /^version:[^\n]{0,100}\r?\n[ \t]+version:[ \t]*['"]?([\w.-]{1,100})/m.exec(text)?.[1];
    const list = /^licenses:[ \t]*\r?\n((?:[ \t]*-[^\n]*\n){1,50})/m.exec(text)?.[1] ?? '';
    const licenses = Array.from(list.matchAll(/-[ \t]*['"]?([\w.+-]{1,100})/g), (it) => it[1]!);
    return name && version ? { ecosystem: 'gem', name, version, licenses } : undefined;
  },
);
