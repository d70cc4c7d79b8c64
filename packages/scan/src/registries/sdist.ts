/**
 * What an archive of Python sources says of itself without being built: PKG-INFO where it lists what it asks for, else what
 * setuptools wrote when the archive was made (`requires.txt`). Neither is there in all of them.
 *
 * Source: https://packaging.python.org/en/latest/specifications/source-distribution-format/,
 *         https://setuptools.pypa.io/en/latest/deprecated/python_eggs.html#requires-txt
 */
import { gunzipSync } from 'node:zlib';
import { fetchBytes, type Web } from '../feeds/index.ts';

/** Units: bytes of the archive, and of all that is in it. */
const largestArchive = 32 * 1024 * 1024;
const largestContent = 256 * 1024 * 1024;
const largestText = 1024 * 1024;

/** Shape: the text of a METADATA file. Errors: `download-failed` */
export async function sdistMetadata(
  url: string,
  headers: Readonly<Record<string, string>>,
  web: Web,
): Promise<string | undefined> {
  const { bytes } = await fetchBytes({ url, most: largestArchive, headers }, web);
  const texts = textsIn(unpacked(bytes));
  const info = texts.find(({ name }) => /^[^/]+\/PKG-INFO$/.test(name))?.text;
  if (info === undefined) return undefined;
  if (/^Requires-Dist:/m.test(info)) return info;
  const requires = texts.find(({ name }) => name.endsWith('/requires.txt'))?.text;
  if (requires !== undefined) return `Name: ${nameIn(info)}\n${fieldsOf(requires)}\n`;
  // setuptools has written what there is, and there are no requirements; so it is with metadata that say that they are final.
  const isWritten = texts.some(({ name }) => name.endsWith('.egg-info/PKG-INFO'));
  return isWritten || isFinal(info) ? info : undefined;
}

function isFinal(info: string): boolean {
  const [, major = '0', minor = '0'] = /^Metadata-Version:\s*(\d+)\.(\d+)/m.exec(info) ?? [];
  return Number(major) * 100 + Number(minor) >= 202 && !/^Dynamic:\s*Requires-Dist/im.test(info);
}

function nameIn(info: string): string {
  return /^Name:\s*(\S+)/m.exec(info)?.[1] ?? 'unnamed';
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestContent });
  } catch {
    return Buffer.alloc(0); // expected: damaged, or larger than it may be
  }
}

/** The texts of an archive that tell of it. */
function textsIn(archive: Buffer): readonly { readonly name: string; readonly text: string }[] {
  const texts: { name: string; text: string }[] = [];
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const field = (from: number, length: number): string =>
      archive.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12).trim(), 8) || 0;
    const prefix = field(257, 5) === 'ustar' ? field(345, 155) : '';
    const name = prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`;
    const isAsked = /(?:^[^/]+\/PKG-INFO|\.egg-info\/(?:PKG-INFO|requires\.txt))$/.test(name);
    if (isAsked && size <= largestText) texts.push({ name, text: archive.toString('utf8', at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return texts;
}

/** `[extra:marker]` holds for the lines below it. */
function fieldsOf(requires: string): string {
  let condition = '';
  const fields: string[] = [];
  for (const line of requires.split(/\r?\n/).map((it) => it.trim())) {
    const section = /^\[([^:\]]*)(?::(.*))?\]$/.exec(line);
    if (section) {
      const marker = section[2] ? `(${section[2]})` : '';
      const extra = section[1] ? `extra == "${section[1]}"` : '';
      condition = [marker, extra].filter((it) => it !== '').join(' and ');
    } else if (line !== '' && !line.startsWith('#')) {
      fields.push(`Requires-Dist: ${line}${condition === '' ? '' : ` ; ${condition}`}`);
    }
  }
  return fields.join('\n');
}
