import { itemsOf, member, textOf } from '../text/json.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

const editors = ['.vscode', '.vscode-server', '.vscode-insiders', '.vscode-oss', '.cursor', '.windsurf'];

/** The extensions that Visual Studio Code and editors made of it have installed. */
export const vscodeInstalled: Lockfile = {
  id: 'vscode-installed',
  ecosystem: 'vscode-extension',
  files: editors.map((it) => `${it}/extensions/extensions.json`),
  siblings: [],
  docs: 'https://code.visualstudio.com/docs/configure/extensions/extension-marketplace#_where-are-extensions-installed',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    if (root?.is !== 'array' && manifest.text.trim() !== '') {
      problems.add('not-a-manifest', 'No list: this names no extensions.', 1);
    }
    const listed = itemsOf(root)
      .slice(0, maxPackages)
      .flatMap((it): readonly Declared[] => {
        const id = textOf(member(member(it, 'identifier'), 'id')) ?? '';
        const version = textOf(member(it, 'version')) ?? '';
        if (!/^[\w-]+\.[\w.-]+$/.test(id) || version === '') {
          problems.add('parse-error', 'No identifier with a version.', lines.position(it.start).line);
          return [];
        }
        return [{ name: id.replace('.', '/'), version, location: lines.location(it.start, it.start + 1) }];
      });
    return { value: declaredPackages(manifest, 'vscode-extension', listed), problems: problems.list };
  },
};
