import { folderOf, nameOf } from '../project.ts';
import { locationInLine } from '../text/lines.ts';
import { plainPath, type Owners } from './installed-files.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { releaseFiles } from './os-release.ts';
import { berkeleyValues } from './rpm-berkeley.ts';
import { readRpmHeader, rpmTags, type RpmHeader } from './rpm-header.ts';
import { ndbBlobs } from './rpm-ndb.ts';
import { blobsOf } from './rpm-sqlite.ts';
import { rootOf, systemPackages, type Installed } from './system-packages.ts';
import { rpmSource } from './system-purl.ts';

/** Where the database is; SUSE and Fedora have moved it, images that are updated as a whole have it a third place. */
const folders = ['var/lib/rpm', 'usr/lib/sysimage/rpm', 'usr/share/rpm'] as const;

/** What RPM has installed: a header for each package, in a database of one of three kinds. */
export const rpmDatabase: Lockfile = {
  id: 'rpm-database',
  ecosystem: 'rpm',
  files: folders.flatMap((folder) => ['rpmdb.sqlite', 'Packages.db', 'Packages'].map((it) => `${folder}/${it}`)),
  isBinary: true,
  siblings: [...releaseFiles, ...folders.map((it) => `${it}/rpmdb.sqlite-wal`)],
  docs: 'https://rpm.org/docs/latest/manual/',
  maxBytes: 512 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const blobs = blobsIn(manifest);
    if (!blobs) {
      problems.add('not-a-lockfile', 'Not read: this is no database of RPM, or it is damaged.');
      return { value: [], problems: problems.list };
    }
    const list: Installed[] = [];
    for (const header of headersIn(blobs)) {
      const it = header && packageIn(header, manifest.path);
      if (it) list.push(it);
      else problems.add('parse-error', 'The header of a package is damaged.');
      if (problems.isHopeless || list.length >= maxPackages) break;
    }
    return {
      value: systemPackages(manifest, { ecosystem: 'rpm', root: systemRoot(manifest.path) }, list),
      problems: problems.list,
    };
  },

  system: {
    rootOf: systemRoot,
    owners(manifest, wanted) {
      const owners: Owners = new Map();
      for (const header of headersIn(blobsIn(manifest) ?? [])) {
        if (!header) continue;
        const id = `${manifest.path}#${header.text(rpmTags.name)}`;
        for (const file of filesOf(header)) if (wanted.has(file)) owners.set(file, id);
      }
      return owners;
    },
  },
};

function systemRoot(path: string): string {
  return rootOf(path, folderOf(path).endsWith('sysimage/rpm') ? 5 : 4);
}

function blobsIn({ path, bytes = new Uint8Array(), project }: Manifest): readonly Uint8Array[] | undefined {
  if (nameOf(path) === 'rpmdb.sqlite') return blobsOf('Packages', bytes, project.bytes(`${path}-wal`));
  return ndbBlobs(bytes) ?? berkeleyValues(bytes)?.filter((it) => it.length > 8);
}

function* headersIn(blobs: readonly Uint8Array[]): Iterable<RpmHeader | undefined> {
  for (const it of blobs) yield readRpmHeader(it);
}

function packageIn(header: RpmHeader, file: string): Installed | undefined {
  const [name, version, release] = [
    header.text(rpmTags.name),
    header.text(rpmTags.version),
    header.text(rpmTags.release),
  ];
  if (name === '' || version === '') return undefined;
  const [epoch = 0] = header.numbers(rpmTags.epoch);
  const license = header.text(rpmTags.license);
  return {
    name,
    version: `${epoch > 0 ? `${epoch}:` : ''}${version}${release === '' ? '' : `-${release}`}`,
    location: locationInLine(file, 1, 1, 0),
    architecture: header.text(rpmTags.arch),
    builtFrom: rpmSource(header.text(rpmTags.source), name, epoch > 0 ? `${epoch}` : ''),
    licenses: license === '' ? [] : [license],
    needs: header.texts(rpmTags.requires).map((it) => [it]),
    provides: header.texts(rpmTags.provides),
  };
}

/** Folders and names are kept apart, each file with the number of its folder; very old packages have whole paths. */
function* filesOf(header: RpmHeader): Iterable<string> {
  const folders = header.texts(rpmTags.folders);
  const numbers = header.numbers(rpmTags.folderOfFile);
  for (const [at, name] of header.texts(rpmTags.fileNames).entries()) {
    yield plainPath(`${folders[numbers[at] ?? -1] ?? ''}${name}`);
  }
  for (const it of header.texts(rpmTags.oldFiles)) yield plainPath(it);
}
