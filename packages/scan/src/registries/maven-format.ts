/** The folder of `group:artifact`. */
export function mavenFolder(name: string): string {
  const [group = '', artifact = ''] = name.split(':');
  return [...group.split('.'), artifact].map(encodeURIComponent).join('/');
}

/** The versions in a maven-metadata.xml. */
export function mavenVersions(text: string): readonly string[] | undefined {
  const list = /<versions>([^]*?)<\/versions>/.exec(text)?.[1];
  if (list === undefined) return undefined;
  return Array.from(list.matchAll(/<version>\s*([^<\s]+)\s*<\/version>/g), (it) => it[1]!);
}
