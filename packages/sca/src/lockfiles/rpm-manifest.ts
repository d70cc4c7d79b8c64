import { linesIn, locationInLine } from '../text/lines.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { releaseFiles } from './os-release.ts';
import { rootOf, systemPackages, type Installed } from './system-packages.ts';
import { rpmSource } from './system-purl.ts';

/**
 * What RPM has installed in images without its database, as Azure Linux makes them: a line for each package, of name, version
 * and release, times, maker, epoch, size, architecture, epoch as a number, and source.
 */
export const rpmManifest: Lockfile = {
  id: 'rpm-manifest',
  ecosystem: 'rpm',
  files: ['var/lib/rpmmanifest/container-manifest-2'],
  siblings: releaseFiles,
  docs: 'https://github.com/microsoft/azurelinux/tree/3.0/toolkit',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const { path, text } = manifest;
    const problems = new Problems(path);
    const list: Installed[] = [];
    for (const { text: line, number } of linesIn(text)) {
      if (line.trim() === '') continue;
      const it = packageIn(line.slice(0, 10 * maxNameLength), path, number);
      if (it) list.push(it);
      else problems.add('parse-error', 'No line of ten fields: this is no package of RPM.', number);
      if (problems.isHopeless || list.length >= maxPackages) break;
    }
    const system = { ecosystem: 'rpm', root: rootOf(path, 4) } as const;
    return { value: systemPackages(manifest, system, list), problems: problems.list };
  },
};

function packageIn(line: string, file: string, number: number): Installed | undefined {
  const fields = line.split('\t');
  const [name = '', version = ''] = fields;
  if (fields.length < 10 || name === '' || version === '') return undefined;
  const [architecture, epoch = '', source = ''] = fields.slice(7);
  const shown = /^[1-9]\d*$/.test(epoch) ? epoch : '';
  return {
    name,
    version: shown === '' ? version : `${shown}:${version}`,
    location: locationInLine(file, number, 1, name.length),
    architecture,
    builtFrom: rpmSource(source, name, shown),
  };
}
