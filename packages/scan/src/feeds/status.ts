import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PackFile, PackHeader } from './pack-format.ts';
import { openAdvisories } from './pack-reader.ts';

export interface AdvisoryStatus {
  readonly header: PackHeader;
  /** Units: bytes on disk. */
  readonly bytes: number;
  /** Whether the files are those that were written. */
  readonly intact: boolean;
}

/** What is in a folder of advisories, with all its bytes checked; undefined when nothing was imported. */
export async function advisoryStatus(folder: string): Promise<AdvisoryStatus | undefined> {
  const pack = openAdvisories(folder);
  if (!pack) return undefined;
  pack.close();
  const { header } = pack;
  const checks = [await isIntact(folder, header.match), await isIntact(folder, header.text)];
  return { header, bytes: header.match.bytes + header.text.bytes, intact: checks.every(Boolean) };
}

async function isIntact(folder: string, { name, sha256 }: PackFile): Promise<boolean> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, name)), hash);
  return hash.digest('hex') === sha256;
}
