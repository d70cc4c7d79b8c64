import { child, childText, listed } from '../text/xml.ts';
import { declaredPackages } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openXml } from './xml-manifest.ts';

/** An application that Flatpak has installed: its AppStream data, whose newest release comes first. */
export const flatpak: Lockfile = {
  id: 'flatpak',
  ecosystem: 'flatpak',
  files: ['export/share/metainfo/*.metainfo.xml', 'export/share/metainfo/*.appdata.xml'],
  siblings: [],
  docs: 'https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openXml(manifest, 'component', problems);
    const id = child(root, 'id');
    const name = childText(root, 'id')?.trim();
    const version = listed(root, 'releases', 'release')[0]?.attributes.get('version')?.trim();
    if (!id || !name || !version) {
      problems.add('not-a-lockfile', 'No id or no release: this is no application of Flatpak.', 1);
      return { value: [], problems: problems.list };
    }
    const license = childText(root, 'project_license')?.trim() ?? '';
    const licenses = license === '' ? [] : [license];
    const found = { name, version, licenses, location: lines.location(id.start, id.end) };
    return { value: declaredPackages(manifest, 'flatpak', [found]), problems: problems.list };
  },
};
