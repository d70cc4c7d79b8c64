import type { AnyBom, AnyComponent } from './cyclonedx-versions.ts';

/** A bill of materials as XML, its elements in the order that the schema wants. Source: https://cyclonedx.org/docs/latest/xml/ */
export function cyclonedxXml(bom: AnyBom): string {
  const { specVersion, serialNumber, metadata, components, dependencies } = bom;
  const tools =
    'components' in metadata.tools
      ? [tag('components', {}, metadata.tools.components.map(componentXml))]
      : metadata.tools.map((it) => tag('tool', {}, [text('name', it.name), text('version', it.version)]));
  const root = tag('bom', { xmlns: `http://cyclonedx.org/schema/bom/${specVersion}`, serialNumber, version: '1' }, [
    tag('metadata', {}, [
      text('timestamp', metadata.timestamp),
      tag('tools', {}, tools),
      componentXml(metadata.component),
    ]),
    tag(
      'components',
      {},
      components.map((it) => componentXml(it)),
    ),
    tag(
      'dependencies',
      {},
      dependencies.map(({ ref, dependsOn = [] }) =>
        tag(
          'dependency',
          { ref },
          dependsOn.map((it) => tag('dependency', { ref: it }, [])),
        ),
      ),
    ),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.join('\n')}\n`;
}

function componentXml(it: AnyComponent): string[] {
  const licenses = (it.licenses ?? []).map((one) =>
    'expression' in one
      ? text('expression', one.expression, acknowledged(one))
      : tag('license', acknowledged(one.license), [text('name', one.license.name)]),
  );
  const occurrences = (it.evidence?.occurrences ?? []).map((one) =>
    tag('occurrence', {}, [text('location', one.location), 'line' in one ? text('line', String(one.line)) : []]),
  );
  return tag('component', { type: it.type, ...(it['bom-ref'] === undefined ? {} : { 'bom-ref': it['bom-ref'] }) }, [
    text('group', it.group),
    text('name', it.name),
    text('version', it.version),
    text('scope', it.scope),
    licenses.length > 0 ? tag('licenses', {}, licenses) : [],
    text('purl', it.purl),
    it.properties
      ? tag(
          'properties',
          {},
          it.properties.map((one) => text('property', one.value, { name: one.name })),
        )
      : [],
    occurrences.length > 0 ? tag('evidence', {}, [tag('occurrences', {}, occurrences)]) : [],
  ]);
}

function acknowledged(it: { readonly acknowledgement?: string }): Record<string, string> {
  return it.acknowledgement === undefined ? {} : { acknowledgement: it.acknowledgement };
}

/** An element with others in it, as lines. */
function tag(name: string, attributes: Readonly<Record<string, string>>, inside: readonly string[][]): string[] {
  const open = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`;
  const lines = inside.flat();
  return lines.length === 0 ? [`<${open}/>`] : [`<${open}>`, ...lines.map((it) => `  ${it}`), `</${name}>`];
}

function text(name: string, value: string | undefined, attributes: Readonly<Record<string, string>> = {}): string[] {
  if (value === undefined) return [];
  const open = Object.entries(attributes).map(([key, it]) => ` ${key}="${escaped(it)}"`);
  return [`<${name}${open.join('')}>${escaped(value)}</${name}>`];
}

/** XML 1.0 has no control characters at all, not even escaped. */
function escaped(value: string): string {
  return (
    value
      // eslint-disable-next-line no-control-regex -- they are what it is about
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
