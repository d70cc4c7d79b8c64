import { packageUrl, writePackageUrl } from '@plumbline/core';
import { folderOf, nameOf } from '../project.ts';
import { locationInLine } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { maxNameLength, Problems, type Lockfile } from './lockfile.ts';
import { releaseFiles } from './os-release.ts';
import { rootOf, systemPackages } from './system-packages.ts';

/** `Getopt-Long-2.580.0-r1`: a version begins behind the last hyphen that a digit follows. */
const nameAndVersion =
  /^(?<name>[A-Za-z\d_][\w+-]*?)-(?<version>\d+(?:\.\d+)*[a-z]?(?:_(?:alpha|beta|pre|rc|p)\d*)*(?:-r\d+)?)$/;

/** A package that Gentoo's Portage has installed: a folder for each, with its full name in the file PF. */
export const portage: Lockfile = {
  id: 'portage',
  ecosystem: 'portage',
  files: ['var/db/pkg/*/*/PF'],
  siblings: [...releaseFiles, 'var/db/pkg/*/*/LICENSE'],
  docs: 'https://wiki.gentoo.org/wiki//var/db/pkg',
  maxBytes: 64 * 1024,

  read(manifest) {
    const { path, text } = manifest;
    const problems = new Problems(path);
    const found = nameAndVersion.exec(text.trim().slice(0, maxNameLength))?.groups;
    if (!found) {
      problems.add('not-a-lockfile', 'No name with a version: this is no package of Portage.', 1);
      return { value: [], problems: problems.list };
    }
    const [name, version] = [found['name']!, found['version']!];
    const license = textBeside(manifest, 'LICENSE')?.trim().slice(0, 1000) ?? '';
    const installed = {
      name,
      version,
      location: locationInLine(path, 1, 1, text.trim().length),
      licenses: license === '' ? [] : [license],
    };
    const packages = systemPackages(manifest, { ecosystem: 'portage', root: rootOf(path, 6) }, [installed]);
    const namespace = nameOf(folderOf(folderOf(path)));
    const url = packageUrl({ type: 'portage', namespace, name, version, qualifiers: {} });
    return { value: packages.map((it) => (url ? { ...it, purl: writePackageUrl(url) } : it)), problems: problems.list };
  },
};
