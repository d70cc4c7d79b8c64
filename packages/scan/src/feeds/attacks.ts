/**
 * What is known of attacks, by CVE, in two files of the store.
 *
 *   epss-….bin   twelve bytes a CVE, sorted: its number, probability and percentile in billionths
 *   kev-….json   CISA's catalogue, what is needed of it, by CVE
 */
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import type { Attacks } from '@plumbline/sca';

const entryBytes = 12;
const billion = 1e9;

/** A CVE as a number that keeps the order of years; undefined for other ids. */
function numberOf(id: string): number | undefined {
  const found = /^CVE-(\d{4})-(\d{4,7})$/.exec(id);
  const year = Number(found?.[1]) - 1900;
  return found && year >= 0 && year < 400 ? year * 1e7 + Number(found[2]) : undefined;
}

/**
 * Packs the scores of a day.
 *
 * Shape:  lines `cve,epss,percentile` behind a comment and a heading. Undefined when it holds none.
 * Source: https://www.first.org/epss/data_stats
 */
export function packEpss(csv: string): { readonly bytes: Buffer; readonly records: number } | undefined {
  const rows: (readonly [number, number, number])[] = [];
  for (const line of csv.split('\n')) {
    const [id = '', epss = '', percentile = ''] = line.trim().split(',');
    const number = numberOf(id);
    const shares = [Number(epss), Number(percentile)].map((it) => Math.round(it * billion));
    if (number === undefined || epss === '' || !shares.every((it) => it >= 0 && it <= billion)) continue;
    rows.push([number, shares[0]!, shares[1]!]);
  }
  rows.sort((a, b) => a[0] - b[0]);
  const bytes = Buffer.alloc(rows.length * entryBytes);
  for (const [at, row] of rows.entries()) {
    for (const [part, value] of row.entries()) bytes.writeUInt32LE(value, at * entryBytes + part * 4);
  }
  return rows.length === 0 ? undefined : { bytes, records: rows.length };
}

/** Finds a CVE's score by halves. */
export function readEpss(bytes: Buffer, id: string): Attacks['epss'] {
  const wanted = numberOf(id);
  if (wanted === undefined) return undefined;
  let low = 0;
  let high = Math.floor(bytes.length / entryBytes) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = middle * entryBytes;
    const found = bytes.readUInt32LE(at);
    if (found === wanted) {
      return { probability: bytes.readUInt32LE(at + 4) / billion, percentile: bytes.readUInt32LE(at + 8) / billion };
    }
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

const Catalogue = Type.Object({
  vulnerabilities: Type.Array(
    Type.Object({
      cveID: Type.String(),
      dateAdded: Type.String(),
      knownRansomwareCampaignUse: Type.Optional(Type.String()),
    }),
  ),
});

type Exploited = Readonly<Record<string, NonNullable<Attacks['kev']>>>;

/** Packs CISA's catalogue; undefined when it is none. Source: https://www.cisa.gov/known-exploited-vulnerabilities-catalog */
export function packKev(catalogue: unknown): { readonly bytes: Buffer; readonly records: number } | undefined {
  if (!Check(Catalogue, catalogue) || catalogue.vulnerabilities.length === 0) return undefined;
  const entries = catalogue.vulnerabilities.map(({ cveID, dateAdded, knownRansomwareCampaignUse: use }) => [
    cveID,
    { added: dateAdded, ransomware: use === 'Known' },
  ]);
  return { bytes: Buffer.from(JSON.stringify(Object.fromEntries(entries))), records: entries.length };
}

export function readKev(bytes: Buffer): (id: string) => Attacks['kev'] {
  const known = JSON.parse(bytes.toString('utf8')) as Exploited;
  return (id) => (Object.hasOwn(known, id) ? known[id] : undefined);
}
