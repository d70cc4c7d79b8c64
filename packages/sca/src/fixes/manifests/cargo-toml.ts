import type { ManifestFormat } from './manifest-format.ts';
import { tomlStrings } from './toml-strings.ts';

const lists = /^(?:dependencies|dev-dependencies|build-dependencies)$/;

/** Cargo's. There is no word for the version of a package of others: `cargo update --precise` chooses it. */
export const cargoToml: ManifestFormat = {
  id: 'cargo-toml',
  ecosystem: 'cargo',
  files: /(?:^|\/)Cargo\.toml$/,
  docs: 'https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html',

  requirements(text) {
    const all = tomlStrings(text);
    return all.flatMap(({ path, value, start, end, isItem }) => {
      const list = path.findIndex((it) => lists.test(it));
      const [key, field = 'version', ...more] = path.slice(list + 1);
      if (isItem || list === -1 || key === undefined || field !== 'version' || more.length > 0) return [];
      const prefix = [...path.slice(0, list + 1), key, 'package'].join('\0');
      const name = all.find((it) => it.path.join('\0') === prefix)?.value ?? key;
      return [{ name, range: value, start, end }];
    });
  },
};
