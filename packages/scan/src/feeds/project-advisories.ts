import { UserError, type Problem, type Read } from '@plumbline/core';
import { advisoriesFrom, type AdvisorySource, type OsvFile } from '@plumbline/sca';
import { recordsIn } from './records.ts';

/** Units: records that a project may bring itself; they are held in memory. */
const maxRecords = 20_000;

/**
 * Reads the OSV records of a folder that belongs to the scanned project: advisories of its own, which need no import.
 *
 * Errors: `path-not-found`, `archive-invalid`
 */
export async function readAdvisoryFolder(folder: string): Promise<Read<AdvisorySource>> {
  const files: OsvFile[] = [];
  const problems: Problem[] = [];
  let newest = '';
  for await (const { file, text } of recordsIn(folder)) {
    if (text === undefined) problems.push({ code: 'advisory-unusable', message: 'The record is too large.', file });
    else files.push({ file, text });
    if (files.length > maxRecords) {
      throw new UserError('archive-invalid', {
        path: folder,
        message: `more than ${maxRecords} records; use plumb db import`,
      });
    }
    const modified = /"modified"\s*:\s*"([^"]{10,40})"/.exec(text ?? '')?.[1] ?? '';
    if (modified > newest) newest = modified;
  }
  const read = advisoriesFrom(files, isDate(newest) ? new Date(newest).toISOString() : new Date(0).toISOString());
  return { value: read.value, problems: [...problems, ...read.problems] };
}

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
