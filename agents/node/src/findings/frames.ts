import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Location } from '@plumbline/core';
import { columnOnDisk } from '../rewrite/registry.ts';

/** A place in a running call, innermost first; `package` is the library that it lies in. */
export interface Site {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly function: string | undefined;
  readonly package: string | undefined;
}

const { dirname, isAbsolute, relative, sep } = path; // as they were before they were watched
const depth = 40;
type Callee = (...args: never[]) => unknown;
const own = dirname(fileURLToPath(import.meta.url));

/** The library that called `callee`, if one did: cheaper than all calls under way. */
export function callingPackage(callee: Callee): string | undefined {
  for (const site of sitesOf(capture(callee, 4))) {
    const file = fileOf(site);
    if (file !== undefined) return packageOf(file);
  }
  return undefined;
}

/** The calls under way, innermost first, without Node's own and ours. */
export function callSites(): Site[] {
  return sitesIn(capture(callSites, depth));
}

/** The calls of a stack that was captured and not yet read. */
export function sitesIn(holder: { readonly stack?: unknown }): Site[] {
  return sitesOf(holder).flatMap((it) => siteOf(it) ?? []);
}

function capture(callee: Callee, limit: number): { readonly stack?: unknown } {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = limit;
  const holder = {};
  Error.captureStackTrace(holder, callee);
  Error.stackTraceLimit = stackTraceLimit;
  return holder;
}

function sitesOf(holder: { readonly stack?: unknown }): NodeJS.CallSite[] {
  const { prepareStackTrace: before } = Error;
  try {
    Error.prepareStackTrace = (_, sites) => sites;
    const { stack } = holder;
    return Array.isArray(stack) ? stack : [];
  } finally {
    Error.prepareStackTrace = before; // to undefined, too: deleting it would make every later access slow
  }
}

/** The file of a call, if it is neither Node's nor ours. */
function fileOf(site: NodeJS.CallSite): string | undefined {
  const name = site.getFileName();
  if (!name || name.startsWith('node:')) return undefined;
  const file = name.startsWith('file:') ? fileURLToPath(name) : name;
  return isAbsolute(file) && !isOwn(file) ? file : undefined;
}

function siteOf(site: NodeJS.CallSite): Site | undefined {
  const file = fileOf(site);
  const line = site.getLineNumber();
  if (file === undefined || line === null) return undefined;
  return {
    file,
    line,
    column: columnOnDisk(file, line, site.getColumnNumber() ?? 1),
    function: site.getFunctionName() ?? undefined,
    package: packageOf(file),
  };
}

function isOwn(file: string): boolean {
  return dirname(file) === own;
}

/** `…/node_modules/@scope/name/…` → `@scope/name`. */
function packageOf(file: string): string | undefined {
  const parts = file.split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0 || at + 1 >= parts.length) return undefined;
  const name = parts[at + 1]!;
  return name.startsWith('@') ? `${name}/${parts[at + 2]}` : name;
}

export function frameOf(site: Site, root: string): Frame {
  const symbol = symbolOf(site);
  return { ...(symbol !== undefined && { function: symbol }), location: locationOf(site, root, site.column) };
}

/** `end`: the column where it ends. */
export function locationOf({ file, line, column }: Site, root: string, end: number): Location {
  return { file: relative(root, file).split(sep).join('/'), start: { line, column }, end: { line, column: end } };
}

/** What the function is called, if it has a name. */
export function symbolOf(site: Site): string | undefined {
  return site.function === undefined || site.function === '<anonymous>' ? undefined : site.function;
}
