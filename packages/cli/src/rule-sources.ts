/** Values of `--rules`: paths made absolute, addresses as they are. */
export async function sourcesOf(given: readonly string[], cwd: string): Promise<string[]> {
  const { resolve } = await import('node:path');
  const { isAddress } = await import('@plumbline/scan');
  return given.map((it) => (isAddress(it) ? it : resolve(cwd, it)));
}
