import type { AdvisoryStatus, ImportSummary, PackHeader } from '@plumbline/scan';

/** What an import did, for a person. Units: milliseconds. */
export function importText({ header, taken, skipped }: ImportSummary, folder: string, milliseconds: number): string {
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    `Imported ${counted(taken, 'record', 'records')} in ${seconds} s. The store now has:`,
    ...storeLines(header, folder),
    ...Object.entries(skipped).map(([reason, it]) => {
      const why = reasons[reason as keyof ImportSummary['skipped']];
      return `Skipped ${counted(it.count, 'record', 'records')}: ${why}, such as ${it.example}.`;
    }),
  ].join('\n');
}

const reasons: Readonly<Record<keyof ImportSummary['skipped'], string>> = {
  'other-ecosystem': 'of other ecosystems',
  'not-osv': 'no OSV record',
  'not-json': 'no JSON',
  'too-large': 'too large',
  older: 'older than what is there',
};

/** What the store holds, how old it is and whether it is whole. */
export function statusText({ header, intact }: AdvisoryStatus, folder: string, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(header.builtAt)) / 86_400_000));
  return [
    ...storeLines(header, folder),
    `The last import was on ${header.builtAt.slice(0, 10)}, ${counted(days, 'day', 'days')} ago.`,
    intact ? 'All bytes are as they were written.' : 'The files are damaged: import them again with --replace.',
  ].join('\n');
}

function storeLines(header: PackHeader, folder: string): string[] {
  const megabytes = (header.match.bytes + header.text.bytes) / 1024 / 1024;
  return [
    `${advisories(header.records)} for ${packages(header.packages)}, ${megabytes.toFixed(1)} MB in ${folder}`,
    ...Object.entries(header.ecosystems).map(
      ([name, it]) => `  ${name.padEnd(8)}${advisories(it.records)} for ${packages(it.packages)}`,
    ),
    `The newest record is of ${header.newest.slice(0, 10)}.`,
  ];
}

const advisories = (count: number): string => counted(count, 'advisory', 'advisories');
const packages = (count: number): string => counted(count, 'package', 'packages');

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
