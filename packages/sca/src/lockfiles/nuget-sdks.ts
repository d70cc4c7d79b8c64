import type { Lines } from '../text/lines.ts';
import { elementsNamed, type XmlElement } from '../text/xml.ts';
import type { Declared } from './declared.ts';

/**
 * The build kits that a project names with a version: `Sdk="Name/1.0"` and `<Sdk Name="Name" Version="1.0" />`.
 *
 * Source: https://learn.microsoft.com/en-us/visualstudio/msbuild/how-to-use-project-sdk
 */
export function sdksIn(root: XmlElement, lines: Lines): readonly Declared[] {
  const place = { location: lines.location(root.start, root.start), scopes: ['build' as const] };
  const named = (root.attributes.get('Sdk') ?? '').split(';').flatMap((it): readonly Declared[] => {
    const [name = '', version = ''] = it.trim().split('/');
    return name === '' || !/^\d/.test(version) ? [] : [{ name, version, ...place }];
  });
  const listed = elementsNamed(root, 'Sdk').flatMap((it): readonly Declared[] => {
    const [name, version] = [it.attributes.get('Name')?.trim(), it.attributes.get('Version')?.trim()];
    if (!name || !version) return [];
    return [{ name, version, scopes: ['build'], location: lines.location(it.start, it.end) }];
  });
  return [...named, ...listed];
}
