import type { Package } from '@plumbline/core';
import { child, childText, listed, readXml } from '../text/xml.ts';
import { insideOf, packageIn, type Itself } from './archive-layer.ts';
import { identityOf, ownPom, type Coordinates, type Identity } from './java-identity.ts';
import { readJarManifest, readProperties, type JarManifest } from './java-manifest.ts';

const pomProperties = /(?:^|\/)pom\.properties$/;
const pomXml = /(?:^|\/)META-INF\/maven\/(?<group>[^/]+)\/(?<artifact>[^/]+)\/pom\.(?:xml|properties)$/;
const manifestName = 'META-INF/MANIFEST.MF';

/** Which library a jar is and which were packed into it: what Maven, or the manifest, or its own name says. */
export const jarItself: Itself = {
  isWanted: (name) => name === manifestName || pomProperties.test(name) || (name.endsWith('.xml') && pomXml.test(name)),

  read(texts, layer, path) {
    const poms = [...texts].flatMap(([name, text]) => coordinatesIn(name, text, texts));
    const manifest = readJarManifest(texts.get(manifestName) ?? '');
    const facts = {
      file: layer.name,
      manifest,
      poms: poms.map((it) => it.coordinates),
    };
    const own = ownPom(facts);
    const guess = identityOf(facts);
    const self = own ?? guess;
    const pom = poms.find((it) => it.coordinates === own);
    const licenses = [...licenceIn(pom && texts.get(xmlOf(pom.name))), ...bundleLicence(manifest)].slice(0, 1);
    const itself = self && { ...packageOf(self, layer.inside, path), licenses };
    const packed = poms
      .filter((it) => it.coordinates !== own)
      .map((it) => ({
        ...packageOf(it.coordinates, insideOf(layer, it.name), path),
        licenses: licenceIn(texts.get(xmlOf(it.name))),
      }));
    return { packages: [...(itself ? [itself] : []), ...packed], itself: itself?.id };
  },
};

function xmlOf(name: string): string {
  return name.replace(/\.properties$/, '.xml');
}

/** What a pom says of its licences: one may choose among them. Shape: one text, or none. */
function licenceIn(text: string | undefined): readonly string[] {
  const names = listed(readXml(text ?? '').root, 'licenses', 'license').flatMap((it) => childText(it, 'name') ?? []);
  return names.length === 0 ? [] : [names.slice(0, 10).join(', ')];
}

/** Source: https://docs.osgi.org/specification/osgi.core/8.0.0/framework.module.html, "Bundle-License" */
function bundleLicence({ main }: JarManifest): readonly string[] {
  const said = (main.get('bundle-license') ?? '').split(',').map((it) => it.split(';')[0]!.trim());
  const names = said.filter((it) => it !== '' && it !== '<<EXTERNAL>>');
  return names.length === 0 ? [] : [names.slice(0, 10).join(', ')];
}

interface Pom {
  readonly name: string;
  readonly coordinates: Coordinates;
}

/** What one text says; a pom.xml is asked only where no pom.properties is beside it. */
function coordinatesIn(name: string, text: string, texts: ReadonlyMap<string, string>): Pom[] {
  const isXml = name.endsWith('.xml');
  if (name === manifestName || (isXml && texts.has(name.replace(/\.xml$/, '.properties')))) return [];
  const path: Partial<Record<string, string>> = pomXml.exec(name)?.groups ?? {};
  const { group, artifact, version } = isXml ? inXml(text) : inProperties(text);
  const coordinates = { group: group ?? path['group'], artifact: artifact ?? path['artifact'], version };
  return isWhole(coordinates) ? [{ name, coordinates }] : [];
}

/** A placeholder is what a build did not fill in. */
function isWhole(it: Partial<Record<keyof Coordinates, string | undefined>>): it is Coordinates {
  return [it.group, it.artifact, it.version].every((one) => one !== undefined && /^[\w.+-]{1,200}$/.test(one));
}

function inProperties(text: string): Partial<Coordinates> {
  const found = readProperties(text);
  const [group, artifact, version] = ['groupId', 'artifactId', 'version'].map((it) => found.get(it));
  return { ...(group && { group }), ...(artifact && { artifact }), ...(version && { version }) };
}

function inXml(text: string): Partial<Coordinates> {
  const { root } = readXml(text);
  const version = childText(root, 'version') ?? childText(child(root, 'parent'), 'version');
  return root?.name === 'project' && version !== undefined ? { version } : {};
}

function packageOf(it: Coordinates & Partial<Pick<Identity, 'guessed'>>, inside: string, path: string): Package {
  const { group, artifact, version, guessed = false } = it;
  return packageIn(path, { ecosystem: 'maven', name: `${group}:${artifact}`, version, inside, guessed });
}
