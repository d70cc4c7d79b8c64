import { child, childText, readXml } from '../text/xml.ts';
import { packageIn, type Itself } from './archive-layer.ts';
import { maxNameLength } from './lockfile.ts';

/** Which package of NuGet an archive is. Source: https://learn.microsoft.com/en-us/nuget/reference/nuspec */
export const nuspecItself: Itself = {
  isWanted: (name) => /^[^/]+\.nuspec$/.test(name),

  read(texts, { inside }, path) {
    const [text = ''] = texts.values();
    const metadata = child(readXml(text).root, 'metadata');
    const [id, version] = [childText(metadata, 'id'), childText(metadata, 'version')];
    if (!id || !version || id.length > maxNameLength) return { packages: [], itself: undefined };
    const licence = child(metadata, 'license');
    const licenses = licence?.attributes.get('type') === 'expression' ? [licence.text.trim()] : [];
    const found = packageIn(path, { ecosystem: 'nuget', name: id, version, inside, licenses });
    return { packages: [found], itself: found.id };
  },
};
