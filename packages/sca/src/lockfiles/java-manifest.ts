/** What META-INF/MANIFEST.MF says, by lower-case name. Source: https://docs.oracle.com/en/java/javase/21/docs/specs/jar/jar.html */
export interface JarManifest {
  /** Of the whole archive. */
  readonly main: ReadonlyMap<string, string>;
  /** The first section that says what implements a package, and which package. */
  readonly part: ReadonlyMap<string, string>;
}

/** Units: characters. */
const maxLength = 512 * 1024;
const maxValue = 4096;

export function readJarManifest(text: string): JarManifest {
  // A line that starts with a space goes on with the one before.
  const lines = text.slice(0, maxLength).replaceAll(/\r\n?/g, '\n').replaceAll('\n ', '').split('\n');
  const sections: Map<string, string>[] = [new Map()];
  for (const line of lines) {
    if (line === '') {
      if (sections.at(-1)!.size > 0) sections.push(new Map());
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0)
      sections.at(-1)!.set(
        line.slice(0, colon).toLowerCase(),
        line
          .slice(colon + 1)
          .trim()
          .slice(0, maxValue),
      );
  }
  const part = sections.slice(1).find((it) => it.has('implementation-version') || it.has('implementation-title'));
  return { main: sections[0]!, part: part ?? new Map() };
}

/** The entries of a .properties file that have no line breaks in them. Source: java.util.Properties.load */
export function readProperties(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of text.slice(0, maxLength).split(/\r\n|\n|\r/)) {
    const sign = line.search(/[:=]/);
    if (sign === -1 || /^\s*[#!]/.test(line)) continue;
    found.set(
      line.slice(0, sign).trim(),
      line
        .slice(sign + 1, maxValue)
        .trim()
        .replaceAll(/\\([:=# ])/g, '$1'),
    );
  }
  return found;
}
