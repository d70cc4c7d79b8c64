import { child, childText, readXml } from '../text/xml.ts';
import { linesOf } from '../text/lines.ts';
import { declaredPackages } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** A package that Chocolatey has installed. */
export const chocolatey: Lockfile = {
  id: 'chocolatey',
  ecosystem: 'generic',
  files: ['chocolatey/lib/*/*.nuspec'],
  isShared: true,
  siblings: [],
  docs: 'https://docs.chocolatey.org/en-us/create/create-packages#nuspec',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const { root, faults } = readXml(manifest.text);
    for (const fault of faults) problems.add('parse-error', fault.message, lines.position(fault.offset).line);
    const metadata = child(root, 'metadata');
    const name = childText(metadata, 'id') ?? '';
    const version = childText(metadata, 'version') ?? '';
    if (root && name === '') problems.add('not-a-manifest', 'No id: this names no package.', 1);
    const start = Math.max(0, manifest.text.indexOf('<id'));
    const listed = name === '' ? [] : [{ name, version, location: lines.location(start, start + name.length) }];
    return { value: declaredPackages(manifest, 'generic', listed), problems: problems.list };
  },
};
