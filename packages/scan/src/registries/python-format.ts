import type { PythonFile, PythonMetadata, PythonRelease, Question } from '@plumbline/sca';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { parsed } from './json.ts';

const Text = Type.Optional(Type.String());

export const PythonReleases = Type.Array(
  Type.Object({
    version: Type.String(),
    yanked: Type.Optional(Type.Boolean()),
    files: Type.Array(
      Type.Object({ name: Type.String(), requiresPython: Text, yanked: Type.Optional(Type.Boolean()), metadata: Text }),
    ),
  }),
);
export const PythonMetadataKept = Type.Object({
  requires: Type.Array(Type.String()),
  extras: Type.Array(Type.String()),
  license: Text,
});

const Project = Type.Object({ files: Type.Array(Type.Unknown()) });
const File = Type.Object({
  filename: Type.String(),
  url: Type.String(),
  'requires-python': Type.Optional(Type.Unknown()),
  yanked: Type.Optional(Type.Unknown()),
  'core-metadata': Type.Optional(Type.Unknown()),
  'data-dist-info-metadata': Type.Optional(Type.Unknown()),
});

/** The files of a project, by version, as an index lists them in JSON or in HTML. */
export function pythonReleases(text: string, url: string): readonly PythonRelease[] | undefined {
  const files = text.trimStart().startsWith('{') ? filesInJson(text, url) : filesInHtml(text, url);
  if (!files) return undefined;
  const byVersion = new Map<string, PythonFile[]>();
  for (const it of files) {
    const version = versionOf(it.name);
    if (version === undefined) continue;
    const known = byVersion.get(version);
    if (known) known.push(it);
    else byVersion.set(version, [it]);
  }
  return Array.from(byVersion, ([version, list]) => ({
    version,
    files: list,
    ...(list.every((it) => it.yanked === true) && { yanked: true }),
  }));
}

function filesInJson(text: string, url: string): readonly PythonFile[] | undefined {
  const answer = parsed(text);
  if (!Check(Project, answer)) return undefined;
  return answer.files
    .filter((it) => Check(File, it))
    .map((it) => {
      const { 'requires-python': requires, yanked, 'core-metadata': core, 'data-dist-info-metadata': older } = it;
      const hasMetadata = isSaid(core) || isSaid(older);
      return fileOf({ name: it.filename, address: it.url, requires, isYanked: isSaid(yanked), hasMetadata }, url);
    });
}

function isSaid(it: unknown): boolean {
  return it !== undefined && it !== null && it !== false;
}

interface Listed {
  readonly name: string;
  readonly address: string;
  readonly requires: unknown;
  readonly isYanked: boolean;
  readonly hasMetadata: boolean;
}

function fileOf({ name, address, requires, isYanked, hasMetadata }: Listed, url: string): PythonFile {
  const tells = /\.(?:whl|tar\.gz)$/.test(name);
  const at = (hasMetadata || tells) && URL.canParse(address, url) ? new URL(address, url) : undefined;
  if (at) at.hash = '';
  return {
    name,
    ...(typeof requires === 'string' && requires !== '' && { requiresPython: requires }),
    ...(isYanked && { yanked: true }),
    ...(at && { metadata: hasMetadata ? `${at.href}.metadata` : at.href }),
  };
}

/** Units: files. The largest known projects have 20,000. */
const maxFiles = 100_000;

function filesInHtml(text: string, url: string): readonly PythonFile[] | undefined {
  if (!/<(?:a|html|!doctype)\b/i.test(text)) return undefined;
  const files: PythonFile[] = [];
  for (const found of text.matchAll(/<a\s([^>]{0,4000})>([^<]{0,500})<\/a/gi)) {
    if (files.length >= maxFiles) break;
    const attributes = new Map(
      Array.from(found[1]!.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g), (it) => [
        it[1]!.toLowerCase(),
        plain(it[2] ?? it[3] ?? ''),
      ]),
    );
    const address = attributes.get('href');
    if (address === undefined) continue;
    const hasMetadata = ['data-core-metadata', 'data-dist-info-metadata'].some((it) => attributes.has(it));
    const requires = attributes.get('data-requires-python');
    files.push(
      fileOf(
        { name: plain(found[2]!).trim(), address, requires, isYanked: attributes.has('data-yanked'), hasMetadata },
        url,
      ),
    );
  }
  return files;
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The version in the name of a wheel or a source archive. */
function versionOf(file: string): string | undefined {
  const wheel = /^[^-]+-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(file)?.[1];
  if (wheel !== undefined) return wheel.replaceAll('_', '-');
  const bare = /^(.+)\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz)$/.exec(file)?.[1];
  return bare === undefined ? undefined : /-(\d[^-]*(?:-\d+)?|v\d[^-]*)$/.exec(bare)?.[1];
}

/** Beside the file, where the index says so; else in the index's own JSON. */
export function metadataAddress(base: string, { name, version, address }: Question): string | undefined {
  if (address !== undefined) return address;
  return `${base.replace(/\/(?:simple|pypi)$/, '')}/pypi/${encodeURIComponent(name)}/${encodeURIComponent(version)}/json`;
}

/** Units: characters of one field, and how many fields. */
const maxField = 20_000;
const maxFields = 20_000;

/** The head of a METADATA file. */
export function pythonMetadata(text: string): PythonMetadata | undefined {
  const fields: (readonly [name: string, value: string])[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || fields.length >= maxFields) break;
    const found = /^([A-Za-z-]{1,50}):\s*(.*)$/.exec(line.slice(0, maxField));
    if (found) fields.push([found[1]!.toLowerCase(), found[2]!.trim()]);
  }
  const all = (name: string): string[] => fields.flatMap(([key, value]) => (key === name ? [value] : []));
  if (all('name').length === 0) return undefined;
  const license = all('license-expression')[0];
  return { requires: all('requires-dist'), extras: all('provides-extra'), ...(license && { license }) };
}

const Info = Type.Object({
  info: Type.Object({
    requires_dist: Type.Optional(Type.Union([Type.Array(Type.String()), Type.Null()])),
    provides_extra: Type.Optional(Type.Union([Type.Array(Type.String()), Type.Null()])),
  }),
});

/** Source: https://docs.pypi.org/api/json/ */
export function jsonMetadata(text: string): PythonMetadata | undefined {
  const answer = parsed(text);
  if (!Check(Info, answer)) return undefined;
  return { requires: answer.info.requires_dist ?? [], extras: answer.info.provides_extra ?? [] };
}
