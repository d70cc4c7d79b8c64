import { folderOf, nameOf } from '../project.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** A plugin of WordPress: the head of one of its files says which version it is; its folder is its name. */
export const wordpressPlugin: Lockfile = {
  id: 'wordpress-plugin',
  ecosystem: 'generic',
  files: ['wp-content/plugins/*/*.php'],
  isShared: true,
  siblings: [],
  docs: 'https://developer.wordpress.org/plugins/plugin-basics/header-requirements/',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    return { value: declaredPackages(manifest, 'generic', itself(manifest)), problems: problems.list };
  },
};

/** Units: characters. WordPress looks no further. */
const maxHead = 8192;

function itself({ path, text }: Manifest): readonly Declared[] {
  let hasName = false;
  for (const { text: line, number } of linesIn(text.slice(0, maxHead))) {
    const [, field, value = ''] = /^[ \t/*#@]{0,50}(Plugin Name|Version)\s{0,20}:\s{0,20}(.{1,300})$/.exec(line) ?? [];
    hasName ||= field === 'Plugin Name';
    const version = field === 'Version' && hasName ? /^\d[\w.+-]*/.exec(value)?.[0] : undefined;
    if (version === undefined) continue;
    const name = `wordpress/${nameOf(folderOf(path))}`;
    return [{ name, version, location: locationInLine(path, number, 1, line.trimEnd().length) }];
  }
  return [];
}
