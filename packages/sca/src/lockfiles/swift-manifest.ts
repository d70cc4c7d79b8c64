import { linesOf } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { repositoryName } from './swift-resolved.ts';

/** What a Swift package asks for, where its lock file is missing. The file is read, never run. */
export const swiftManifest: Lockfile = {
  id: 'swift-manifest',
  ecosystem: 'swift',
  files: ['Package.swift', 'Package@swift-*.swift'],
  isShared: true,
  siblings: ['Package.resolved'],
  docs: 'https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html#package-dependency',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['Package.resolved'])) return { value: [], problems: [] };
    return { value: declaredPackages(manifest, 'swift', wishesIn(manifest)), problems: problems.list };
  },
};

const wish = /\.package\s*\(\s*(?:name:\s*"[^"]{0,200}"\s*,\s*)?(?<kind>url|id|path):\s*"(?<address>[^"]{1,1000})"/g;

function wishesIn({ path, text }: Manifest): readonly Declared[] {
  const lines = linesOf(path, text);
  const code = text.replaceAll(/(?<=^|\s)\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length));
  return [...code.matchAll(wish)].slice(0, maxPackages).flatMap(({ index, 0: whole, groups }): readonly Declared[] => {
    const { kind, address = '' } = groups!;
    const end = closing(code, index);
    const range = code.slice(index + whole.length, end);
    const location = lines.location(index, end);
    const name = kind === 'url' ? repositoryName(address) : (address.split('/').at(-1) ?? address);
    if (kind === 'path') return [{ name, version: '', origin: 'file', location }];
    return [{ name: kind === 'id' ? address : name, location, ...pinnedBy(range, address) }];
  });
}

function closing(code: string, start: number): number {
  let depth = 0;
  for (let at = code.indexOf('(', start); at !== -1 && at < start + 2000 && at < code.length; at += 1) {
    if (code[at] === '(') depth += 1;
    else if (code[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return start + 1;
}

function pinnedBy(range: string, address: string): Pick<Declared, 'version' | 'requested' | 'origin' | 'address'> {
  const said = range
    .replace(/^\s*,\s*|\)$/g, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300);
  const requested = said === '' ? {} : { requested: said };
  const exact = /\bexact\s*[:(]\s*(?:Version\s*\(\s*)?"([^"]{1,100})"/.exec(range)?.[1];
  if (exact !== undefined) return { version: exact, ...requested };
  const [, kind, reference] = /\b(branch|revision)\s*[:(]\s*"([^"]{1,200})"/.exec(range) ?? [];
  if (kind === undefined) return { version: '', ...requested };
  return { version: '', origin: 'git', address: `${address}#${kind === 'revision' ? reference! : ''}`, ...requested };
}
