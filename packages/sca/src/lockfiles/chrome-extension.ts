import { nameOf, folderOf } from '../project.ts';
import { member, textOf } from '../text/json.ts';
import { declaredPackages } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** An extension that Chrome or a browser made of it has installed: the folder is its identifier. */
export const chromeExtension: Lockfile = {
  id: 'chrome-extension',
  ecosystem: 'generic',
  files: ['Extensions/*/*/manifest.json'],
  isShared: true,
  siblings: [],
  docs: 'https://developer.chrome.com/docs/extensions/reference/manifest',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const at = member(root, 'version');
    const version = textOf(at) ?? '';
    const name = nameOf(folderOf(folderOf(manifest.path)));
    const isOne = member(root, 'manifest_version') !== undefined && /^\w{1,64}$/.test(name);
    const listed = at && version !== '' && isOne ? [{ name, version, location: lines.location(at.start, at.end) }] : [];
    return { value: declaredPackages(manifest, 'generic', listed), problems: problems.list };
  },
};
