import type { Problem, Read } from '@plumbline/core';
import type { Advisory, AdvisorySource } from './advisory.ts';
import { normalName } from './name.ts';
import { readOsv, type OsvPackage, type OsvRecord } from './osv.ts';

/** A file with one OSV record. */
export interface OsvFile {
  readonly file: string;
  readonly text: string;
}

/** A source in memory, for records that a project brings itself. What is no record is a Problem. */
export function advisoriesFrom(files: Iterable<OsvFile>, builtAt: string): Read<AdvisorySource> {
  const byName = new Map<string, Advisory[]>();
  const problems: Problem[] = [];
  let count = 0;
  for (const { file, text } of files) {
    const record = readOsv(text);
    if ('reason' in record) {
      problems.push({ code: 'advisory-unusable', message: `No usable OSV record: ${record.detail}.`, file });
      continue;
    }
    count += 1;
    for (const it of record.packages) {
      const key = keyOf(it.ecosystem, it.name, it.distribution);
      const known = byName.get(key);
      if (known) known.push(advisoryOf(record, it));
      else byName.set(key, [advisoryOf(record, it)]);
    }
  }
  const lookup: AdvisorySource['lookup'] = (ecosystem, name, distribution) =>
    byName.get(keyOf(ecosystem, normalName(ecosystem, name), distribution)) ?? [];
  return { value: { count, builtAt, lookup, attacksOn: () => undefined }, problems };
}

function keyOf(ecosystem: string, name: string, distribution = ''): string {
  return `${ecosystem}\0${distribution}\0${name}`;
}

function advisoryOf(record: OsvRecord, { versions, ranges }: OsvPackage): Advisory {
  const { id, aliases, withdrawn, text } = record;
  return { id, aliases, withdrawn, versions, ranges, text: () => text };
}
