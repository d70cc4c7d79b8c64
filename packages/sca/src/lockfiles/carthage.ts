import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** Carthage's lock file. Its packages are repositories, so that they go by the names that Swift's have. */
export const carthage: Lockfile = {
  id: 'carthage',
  ecosystem: 'swift',
  files: ['Cartfile.resolved'],
  siblings: [],
  docs: 'https://github.com/Carthage/Carthage/blob/master/Documentation/Artifacts.md#cartfileresolved',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const listed: Declared[] = [];
    for (const { text, number } of linesIn(manifest.text)) {
      if (/^\s*(?:#|$)/.test(text) || listed.length >= maxPackages) continue;
      const found = /^\s*(?<how>github|git|binary)\s+"(?<address>[^"]{1,1000})"\s+"(?<version>[^"]{1,200})"/.exec(
        text,
      )?.groups;
      const location = locationInLine(manifest.path, number, 1, text.trimEnd().length);
      if (found) listed.push({ ...packageOf(found['how']!, found['address']!, found['version']!), location });
      else problems.add('parse-error', 'No repository with its version.', number);
      if (problems.isHopeless) break;
    }
    return { value: declaredPackages(manifest, 'swift', listed), problems: problems.list };
  },
};

function packageOf(how: string, address: string, written: string): Omit<Declared, 'location'> {
  const isShort = how === 'github' && !address.includes('://');
  const bare = address
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(':', '/')
    .replace(/\.git$/, '');
  const name = isShort ? `github.com/${address}` : bare;
  const version = /^v?(\d[\w.+-]*)$/.exec(written)?.[1];
  const isCommit = /^[\da-f]{40}$/.test(written);
  if (version !== undefined && !isCommit) return { name, version, origin: how === 'binary' ? 'url' : 'registry' };
  return {
    name,
    version: '',
    origin: 'git',
    address: `${isShort ? `https://github.com/${address}` : address}#${written}`,
  };
}
