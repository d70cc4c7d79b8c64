import { decode } from '../text/decode.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { unzstd } from '../archives/zstd.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { plainPath, type Owners } from './installed-files.ts';
import { releaseFiles } from './os-release.ts';
import { rootOf, systemPackages, type Installed } from './system-packages.ts';

/**
 * The slices of Debian packages that an image was cut out of: lines of JSON, packed by Zstandard. It does not say which
 * source a package was built from.
 */
export const chisel: Lockfile = {
  id: 'chisel',
  ecosystem: 'deb',
  files: ['var/lib/chisel/manifest.wall'],
  isBinary: true,
  siblings: releaseFiles,
  docs: 'https://documentation.ubuntu.com/chisel/en/latest/reference/manifest/',
  maxBytes: 64 * 1024 * 1024,

  read(manifest) {
    const { path } = manifest;
    const problems = new Problems(path);
    const lines = linesOf(manifest.bytes);
    if (!lines) {
      problems.add('not-a-lockfile', 'Not read: this is no manifest of Chisel, or it is damaged.');
      return { value: [], problems: problems.list };
    }
    const list: Installed[] = [];
    for (const it of lines) {
      if (list.length >= maxPackages) break;
      const [name, version] = [textAt(it, 'name'), textAt(it, 'version')];
      if (textAt(it, 'kind') !== 'package' || name === '' || version === '' || name.length > maxNameLength) continue;
      list.push({ name, version, architecture: textAt(it, 'arch'), location: locationInLine(path, 1, 1, 0) });
    }
    const system = { ecosystem: 'deb', root: rootOf(path, 4) } as const;
    return { value: systemPackages(manifest, system, list), problems: problems.list };
  },

  system: {
    rootOf: (path) => rootOf(path, 4),
    owners({ path, bytes }, wanted) {
      const owners: Owners = new Map();
      for (const it of linesOf(bytes) ?? []) {
        const file = textAt(it, 'kind') === 'content' ? plainPath(textAt(it, 'path')) : '';
        // `libc6_libs`: a package's name, and that of a slice.
        const slice = textAt(it, 'slice');
        if (wanted.has(file)) owners.set(file, `${path}#${slice.slice(0, Math.max(0, slice.lastIndexOf('_')))}`);
      }
      return owners;
    },
  },
};

/** Units: bytes. Each file of an image is a line. */
const maxUnpacked = 256 * 1024 * 1024;

/** The objects in it; undefined for what is no such manifest. */
function linesOf(bytes: Uint8Array | undefined): readonly unknown[] | undefined {
  const unpacked = bytes && unzstd(bytes, maxUnpacked);
  if (!unpacked) return undefined;
  const objects: unknown[] = [];
  for (const { text, number } of linesIn(decode(unpacked))) {
    const it = text === '' ? undefined : parsed(text);
    if (number === 1 && textAt(it, 'jsonwall') === '') return undefined;
    if (it !== undefined) objects.push(it);
  }
  return objects;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // expected: a line that is no JSON
  }
}

function textAt(it: unknown, key: string): string {
  const value: unknown =
    typeof it === 'object' && it !== null && Object.hasOwn(it, key)
      ? (it as Readonly<Record<string, unknown>>)[key]
      : undefined;
  return typeof value === 'string' ? value : '';
}
