import { member, readJson, textOf } from '../text/json.ts';
import { packageIn, type Itself } from './archive-layer.ts';
import { licensesOf } from './npm-entries.ts';

const manifestName = 'extension/package.json';

/** Which extension of an editor an archive is. Source: https://code.visualstudio.com/api/references/extension-manifest */
export const extensionItself: Itself = {
  isWanted: (name) => name === manifestName,

  read(texts, { inside }, path) {
    const { value } = readJson(texts.get(manifestName) ?? '');
    const [publisher, name, version] = ['publisher', 'name', 'version'].map((it) => textOf(member(value, it)));
    if (!value || !publisher || !name || !version) return { packages: [], itself: undefined };
    const found = packageIn(path, {
      ecosystem: 'vscode-extension',
      name: `${publisher}/${name}`,
      version,
      inside,
      licenses: licensesOf(value),
    });
    return { packages: [found], itself: found.id };
  },
};
