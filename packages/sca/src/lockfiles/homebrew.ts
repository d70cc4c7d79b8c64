import { locationInLine } from '../text/lines.ts';
import { declaredPackages } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** A formula or a cask that Homebrew has installed: its name and version are those of its folders. */
export const homebrew: Lockfile = {
  id: 'homebrew',
  ecosystem: 'brew',
  files: [
    'Cellar/*/*/INSTALL_RECEIPT.json',
    'Caskroom/*/*/*.wrapper.sh',
    'Caskroom/*/*/*/source.properties',
    'Caskroom/*/.metadata/*/*/Casks/*.json',
    'Caskroom/*/.metadata/*/*/Casks/*.rb',
  ],
  siblings: [],
  docs: 'https://docs.brew.sh/Formula-Cookbook#homebrew-terminology',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const found = /(?:Cellar|Caskroom)\/(?<name>[^/]+)\/(?:\.metadata\/)?(?<version>[^/]+)\//.exec(
      manifest.path,
    )?.groups;
    if (!found || manifest.text.trim() === '') {
      problems.add('not-a-lockfile', 'Nothing in it: this is nothing that Homebrew wrote.', 1);
      return { value: [], problems: problems.list };
    }
    const location = locationInLine(manifest.path, 1, 1, 0);
    const listed = { name: found['name']!, version: found['version']!, location };
    return { value: declaredPackages(manifest, 'brew', [listed]), problems: problems.list };
  },
};
