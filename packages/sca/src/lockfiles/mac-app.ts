import { child, readXml, type XmlElement } from '../text/xml.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** An application of macOS, by its property list. Those in binary form are left out, with a problem. */
export const macApp: Lockfile = {
  id: 'mac-app',
  ecosystem: 'generic',
  files: ['*.app/Contents/Info.plist'],
  siblings: [],
  docs: 'https://developer.apple.com/documentation/bundleresources/information-property-list',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { text, path } = manifest;
    const lines = linesOf(path, text);
    if (text.startsWith('bplist')) {
      problems.add('not-a-manifest', 'A property list in binary form is not read.', 1);
      return { value: [], problems: problems.list };
    }
    const { root, faults } = readXml(text);
    for (const fault of faults) problems.add('parse-error', fault.message, lines.position(fault.offset).line);
    const values = textsIn(child(root, 'dict'));
    if (values.size === 0 && text.trim() !== '') {
      problems.add('not-a-manifest', 'No keys: this is no property list.', 1);
    }
    return { value: declaredPackages(manifest, 'generic', itself(values, lines)), problems: problems.list };
  },
};

function itself(values: ReadonlyMap<string, XmlElement>, lines: Lines): readonly Declared[] {
  const name = values.get('CFBundleName') ?? values.get('CFBundleDisplayName');
  const version = values.get('CFBundleShortVersionString') ?? values.get('CFBundleVersion');
  if (!name) return [];
  const location = lines.location(name.start, name.end);
  return [{ name: name.text.trim(), version: version?.text.trim() ?? '', location }];
}

/** A dictionary is keys and values in turn. */
function textsIn(dictionary: XmlElement | undefined): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  const children = dictionary?.children ?? [];
  for (const [index, it] of children.entries()) {
    const value = children[index + 1];
    if (it.name === 'key' && value?.name === 'string') found.set(it.text.trim(), value);
  }
  return found;
}
