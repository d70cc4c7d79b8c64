/** Units: characters. Longer names are nobody's. */
const maxShown = 1024;

/** A path in an archive as it may be shown: relative, with `/`, without `..` and characters that steer a terminal. */
export function cleanName(name: string): string {
  const parts = name
    .slice(0, maxShown)
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .split(/[\\/]/);
  return parts.filter((it) => it !== '' && it !== '.' && it !== '..').join('/');
}
