import { child, childText, elementsNamed, readXml, type XmlElement } from '../../text/xml.ts';
import type { ManifestFormat, Pin, Replacement, Requirement, Stretch } from './manifest-format.ts';
import { indentAt, innerText } from './xml-place.ts';

/** Maven's. A version may stand in a property, of this pom or of one above it. */
export const pomXml: ManifestFormat = {
  id: 'pom-xml',
  ecosystem: 'maven',
  files: /(?:^|\/)(?:pom|[^/]+\.pom)\.xml$|\.pom$/,
  docs: 'https://maven.apache.org/pom.html#dependencies',

  requirements(text) {
    const { root } = readXml(text);
    return elementsNamed(root, 'dependency').flatMap((it) => requirementOf(text, it) ?? []);
  },

  variables(text) {
    const { root } = readXml(text);
    const all = elementsNamed(root, 'properties').flatMap((it) => it.children);
    return new Map(
      all.flatMap((it): readonly [string, Stretch][] => {
        const stretch = innerText(text, it);
        return stretch ? [[it.name, stretch]] : [];
      }),
    );
  },

  pin(text, pin) {
    const { root } = readXml(text);
    return root && [managed(text, root, pin)];
  },
};

function requirementOf(text: string, it: XmlElement): Requirement | undefined {
  const name = `${childText(it, 'groupId') ?? ''}:${childText(it, 'artifactId') ?? ''}`;
  const stretch = innerText(text, child(it, 'version'));
  if (!stretch) return undefined;
  const variable = /^\$\{([^{}]+)\}$/.exec(stretch.range)?.[1];
  if (variable === undefined && stretch.range.includes('${')) return undefined;
  return { name, ...stretch, ...(variable === undefined ? {} : { variable, range: '' }) };
}

/** What is managed counts for what others ask for, too. */
function managed(text: string, root: XmlElement, { name, version }: Pin): Replacement {
  const [group = '', artifact = ''] = name.split(':');
  const management = child(root, 'dependencyManagement');
  const list = child(management, 'dependencies');
  const outer = root.children[0] ? indentAt(text, root.children[0].start) : '  ';
  const unit = outer === '' ? '  ' : outer;
  const dependency = (indent: string): string =>
    [
      `${indent}<dependency>`,
      `${indent}${unit}<groupId>${group}</groupId>`,
      `${indent}${unit}<artifactId>${artifact}</artifactId>`,
      `${indent}${unit}<version>${version}</version>`,
      `${indent}</dependency>\n`,
    ].join('\n');
  if (list) {
    const at = lineStart(text, text.lastIndexOf('</', list.end - 1));
    return { start: at, end: at, text: dependency(unit.repeat(3)) };
  }
  const inner = `${unit.repeat(2)}<dependencies>\n${dependency(unit.repeat(3))}${unit.repeat(2)}</dependencies>\n`;
  const whole = `${unit}<dependencyManagement>\n${inner}${unit}</dependencyManagement>\n`;
  const before = child(root, 'dependencies')?.start ?? text.lastIndexOf('</', root.end - 1);
  const at = lineStart(text, before);
  return { start: at, end: at, text: whole };
}

/** Where the line of an element begins; its own place when something stands before it. */
function lineStart(text: string, offset: number): number {
  return offset - indentAt(text, offset).length;
}
