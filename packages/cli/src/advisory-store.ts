import type { KeyObject } from 'node:crypto';
import type { AdvisoryStatus, ImportSummary, UpdateSummary, Verification } from '@plumbline/scan';

/** What an import did, for a person. Units: milliseconds. */
export function importText(summary: ImportSummary, folder: string, milliseconds: number): string {
  const { manifest, taken, skipped } = summary;
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    `Imported ${counted(taken, 'record', 'records')} in ${seconds} s. The store now has:`,
    ...storeLines({ manifest, bytes: summary.bytes }, folder),
    ...skippedLines(skipped),
  ].join('\n');
}

function skippedLines(skipped: ImportSummary['skipped']): string[] {
  return Object.entries(skipped).map(([reason, it]) => {
    const why = reasons[reason as keyof ImportSummary['skipped']];
    return `Skipped ${counted(it.count, 'record', 'records')}: ${why}, such as ${it.example}.`;
  });
}

const reasons: Readonly<Record<keyof ImportSummary['skipped'], string>> = {
  'other-ecosystem': 'of other ecosystems',
  'not-osv': 'no OSV record',
  'not-json': 'no JSON',
  'too-large': 'too large',
  older: 'not newer than what is there',
};

/** What an update brought, source by source. Units: milliseconds. */
export function updateText(summary: UpdateSummary, folder: string, milliseconds: number): string {
  const seconds = (milliseconds / 1000).toFixed(1);
  const width = Math.max(...summary.sources.map((it) => it.name.length));
  return [
    ...summary.sources.map(
      (it) => `${it.name.padEnd(width)}  ${it.is === 'failed' ? `failed: ${it.message}` : it.message}`,
    ),
    ...skippedLines(summary.skipped),
    `Updated in ${seconds} s. The store now has:`,
    ...storeLines(summary, folder),
  ].join('\n');
}

export function noStore(folder: string): string {
  return `There are no advisories in ${folder}.\nRun \`plumb db update\`, or get OSV records (https://osv.dev, all.zip of an ecosystem) and run \`plumb db import <file>\`.`;
}

/** What the store holds and how old each part is. */
export function statusText(status: AdvisoryStatus, folder: string, now: Date): string {
  const { manifest } = status;
  const days = (since: string): string =>
    counted(Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 86_400_000)), 'day', 'days');
  const width = Math.max(0, ...manifest.sources.map((it) => it.name.length));
  return [
    ...storeLines(status, folder),
    `It was last changed on ${manifest.builtAt.slice(0, 10)}, ${days(manifest.builtAt)} ago.`,
    ...(manifest.sources.length === 0 ? [] : ['Sources:']),
    ...manifest.sources.map(({ name, records, checkedAt, changedAt }) => {
      const age = `checked ${days(checkedAt)} ago, changed ${days(changedAt)} ago`;
      return `  ${name.padEnd(width)}  ${counted(records, 'record', 'records')}, ${age}`;
    }),
    manifest.signature === undefined ? 'It is not signed.' : 'It is signed (plumb db verify checks by whom).',
  ].join('\n');
}

export function verificationText({ damaged, signature, bytes }: Verification, folder: string): string {
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return [
    damaged.length === 0
      ? `All ${megabytes} MB in ${folder} are as they were written.`
      : `These files are damaged: ${damaged.join(', ')}. Import them again with --replace, or update with --full.`,
    signatures[signature],
  ].join('\n');
}

const signatures: Readonly<Record<Verification['signature'], string>> = {
  none: 'There is no signature.',
  unchecked: 'There is a signature; --key checks it.',
  good: 'The signature is good.',
  bad: 'They are not signed by this key.',
};

function storeLines({ manifest, bytes }: AdvisoryStatus, folder: string): string[] {
  const width = Math.max(6, ...Object.keys(manifest.ecosystems).map((it) => it.length)) + 2;
  return [
    `${advisories(manifest.records)} for ${packages(manifest.packages)}, ${(bytes / 1024 / 1024).toFixed(1)} MB in ${folder}`,
    ...Object.entries(manifest.ecosystems).map(
      ([name, it]) => `  ${name.padEnd(width)}${advisories(it.records)} for ${packages(it.packages)}`,
    ),
    `The newest record is of ${manifest.newest.slice(0, 10)}.`,
  ];
}

/** Errors: `path-not-found`, `key-invalid` */
export async function keyIn(path: string, kind: 'private' | 'public'): Promise<KeyObject> {
  const { UserError } = await import('@plumbline/core');
  const { readFile } = await import('node:fs/promises');
  const { readKey } = await import('@plumbline/scan');
  const pem = await readFile(path, 'utf8').catch(() => {
    throw new UserError('path-not-found', { path });
  });
  return readKey(pem, kind, path);
}

const advisories = (count: number): string => counted(count, 'advisory', 'advisories');
const packages = (count: number): string => counted(count, 'package', 'packages');

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
