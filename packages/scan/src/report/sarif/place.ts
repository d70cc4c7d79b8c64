import type { Edit, Location, Snippet } from '@plumbline/core';

/** Source: SARIF 2.1.0, section 3.30. Columns are UTF-16 code units and the end column is exclusive, as ours. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly snippet?: { readonly text: string };
}

export interface PhysicalLocation {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
  readonly region?: Region;
  readonly contextRegion?: {
    readonly startLine: number;
    readonly endLine: number;
    readonly snippet: { readonly text: string };
  };
}

/** The scanned root, in every URI of a log. Source: section 3.14.14. */
export const rootId = '%SRCROOT%';

export function artifactOf(file: string): PhysicalLocation['artifactLocation'] {
  return { uri: file.split('/').map(encode).join('/'), uriBaseId: rootId };
}

function encode(segment: string): string {
  // A lone surrogate has no percent form.
  return encodeURIComponent(segment.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}

export function physicalLocation(location: Location, snippet?: Snippet): PhysicalLocation {
  return {
    artifactLocation: artifactOf(location.file),
    region: { ...regionOf(location), ...quoted(location, snippet) },
    ...(snippet && snippet.lines.length > 0 ? { contextRegion: contextOf(snippet) } : {}),
  };
}

export function replacementOf({ location, text }: Edit): {
  readonly deletedRegion: Region;
  readonly insertedContent: { readonly text: string };
} {
  return { deletedRegion: regionOf(location), insertedContent: { text } };
}

function regionOf({ start, end }: Location): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function contextOf({ line, lines }: Snippet): NonNullable<PhysicalLocation['contextRegion']> {
  return { startLine: line, endLine: line + lines.length - 1, snippet: { text: lines.join('\n') } };
}

/** The text of the region itself, if the snippet holds all of it. */
function quoted({ start, end }: Location, snippet?: Snippet): { readonly snippet?: { readonly text: string } } {
  if (!snippet) return {};
  const lines = snippet.lines.slice(start.line - snippet.line, end.line - snippet.line + 1);
  if (start.line < snippet.line || lines.length !== end.line - start.line + 1) return {};
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  const text = lines.join('\n');
  return text === '' ? {} : { snippet: { text } };
}
