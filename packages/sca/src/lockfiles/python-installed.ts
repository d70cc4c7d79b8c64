import { linesIn, locationInLine } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { declaredPackages } from './declared.ts';
import { maxNameLength, Problems, type Lockfile } from './lockfile.ts';

/** A package that is installed in a site-packages folder: the head of its metadata. */
export const pythonInstalled: Lockfile = {
  id: 'python-installed',
  ecosystem: 'pypi',
  files: ['*.dist-info/METADATA', '*.egg-info/PKG-INFO', 'EGG-INFO/PKG-INFO', '*.egg-info'],
  siblings: ['*.dist-info/REQUESTED'],
  docs: 'https://packaging.python.org/en/latest/specifications/core-metadata/',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const fields = headOf(manifest.text);
    const [name, version, license] = ['name', 'version', 'license-expression'].map((it) => fields.get(it));
    if (!name || !version || name.value.length > maxNameLength) {
      problems.add('not-a-lockfile', 'No Name or no Version: this is no metadata of a package.', 1);
      return { value: [], problems: problems.list };
    }
    const listed = {
      name: name.value,
      version: version.value,
      location: locationInLine(manifest.path, name.line, 1, name.value.length + 'Name: '.length),
      licenses: license ? [license.value] : [],
      // pip marks what it was asked for by name.
      direct: textBeside(manifest, 'REQUESTED') !== undefined,
    };
    return { value: declaredPackages(manifest, 'pypi', [listed]), problems: problems.list };
  },
};

/** Units: lines. The longest heads have 500. */
const maxHead = 20_000;

interface Field {
  readonly value: string;
  readonly line: number;
}

/** The fields in front of the description, by lower-case name; of those that are there twice the first counts. */
function headOf(text: string): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const { text: line, number } of linesIn(text)) {
    if (line === '' || number > maxHead) break;
    const found = /^(?<key>[A-Za-z-]{1,50})\s*:\s*(?<value>\S.{0,1024})/.exec(line)?.groups;
    const key = found?.['key']?.toLowerCase();
    if (key !== undefined && !fields.has(key)) fields.set(key, { value: found!['value']!.trim(), line: number });
  }
  return fields;
}
