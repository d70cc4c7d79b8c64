import { child, elementsNamed, readXml, type XmlElement } from '../../text/xml.ts';
import type { ManifestFormat, Replacement, Requirement, Stretch } from './manifest-format.ts';
import { attributeText, indentAt, innerText } from './xml-place.ts';

const kinds = ['PackageReference', 'PackageVersion', 'GlobalPackageReference', 'DotNetCliToolReference'];

/** .NET's project files, and the list of versions that several of them share. */
export const msbuild: ManifestFormat = {
  id: 'msbuild',
  ecosystem: 'nuget',
  files: /(?:^|\/)(?:[^/]+\.(?:cs|fs|vb)proj|Directory\.(?:Packages|Build)\.(?:props|targets))$/,
  docs: 'https://learn.microsoft.com/en-us/nuget/consume-packages/central-package-management',

  requirements(text) {
    const { root } = readXml(text);
    return kinds.flatMap((kind) => elementsNamed(root, kind).flatMap((it) => requirementOf(text, it) ?? []));
  },

  variables(text) {
    const all = elementsNamed(readXml(text).root, 'PropertyGroup').flatMap((it) => it.children);
    return new Map(
      all.flatMap((it): readonly [string, Stretch][] => {
        const stretch = innerText(text, it);
        return stretch ? [[it.name, stretch]] : [];
      }),
    );
  },

  /** In the shared list it is pinned for all projects; else the project asks for it itself. */
  pin(text, { name, version }) {
    const { root } = readXml(text);
    const isCentral = elementsNamed(root, 'PackageVersion').length > 0;
    const kind = isCentral ? 'PackageVersion' : 'PackageReference';
    const last = elementsNamed(root, kind).at(-1);
    if (!last || (!isCentral && attributeText(text, last, 'Version') === undefined)) return undefined;
    const line = `\n${indentAt(text, last.start)}<${kind} Include="${name}" Version="${version}" />`;
    return [{ start: last.end, end: last.end, text: line }, ...(isCentral ? pinning(text, root) : [])];
  },
};

function requirementOf(text: string, it: XmlElement): Requirement | undefined {
  const name = it.attributes.get('Include') ?? it.attributes.get('Update') ?? '';
  const stretch =
    attributeText(text, it, 'VersionOverride') ??
    attributeText(text, it, 'Version') ??
    innerText(text, child(it, 'VersionOverride') ?? child(it, 'Version'));
  if (name === '' || !stretch) return undefined;
  const variable = /^\$\(([\w.]+)\)$/.exec(stretch.range)?.[1];
  if (variable === undefined && stretch.range.includes('$(')) return undefined;
  const whole: readonly [number, number] = [it.start - indentAt(text, it.start).length, it.end];
  return { name, ...stretch, whole, ...(variable === undefined ? {} : { variable, range: '' }) };
}

/** The list counts for packages of others only when it is told to. */
function pinning(text: string, root: XmlElement | undefined): readonly Replacement[] {
  if (elementsNamed(root, 'CentralPackageTransitivePinningEnabled').length > 0) return [];
  const group = elementsNamed(root, 'PropertyGroup')[0];
  const first = group?.children[0];
  if (!first) return [];
  const at = first.start - indentAt(text, first.start).length;
  const name = 'CentralPackageTransitivePinningEnabled';
  return [{ start: at, end: at, text: `${indentAt(text, first.start)}<${name}>true</${name}>\n` }];
}
