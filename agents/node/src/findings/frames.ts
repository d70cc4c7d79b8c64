import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { columnOnDisk } from '../rewrite/registry.ts';

/** A place in a running call, innermost first; `package` is the library that it lies in. */
export interface Site {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly function: string | undefined;
  readonly package: string | undefined;
}

const { dirname, isAbsolute, sep } = path; // as they were before they were watched
const depth = 40;
type Callee = (...args: never[]) => unknown;
const own = dirname(fileURLToPath(import.meta.url));

/** Who called `callee`: cheaper than all calls under way. */
export function callerOf(callee: Callee): Site | undefined {
  return sitesAbove(callee, 4)[0];
}

/** The calls under way, innermost first, without Node's own and ours. */
export function callSites(): Site[] {
  return sitesAbove(callSites, depth);
}

function sitesAbove(callee: Callee, limit: number): Site[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = limit;
  const holder = {};
  Error.captureStackTrace(holder, callee);
  Error.stackTraceLimit = stackTraceLimit;
  return sitesOf(holder);
}

/** The calls of a stack that was captured and not yet read. */
export function sitesOf(holder: { readonly stack?: unknown }): Site[] {
  const { prepareStackTrace: before } = Error;
  try {
    Error.prepareStackTrace = (_, sites) => sites;
    const { stack } = holder;
    return Array.isArray(stack) ? stack.flatMap((it: NodeJS.CallSite) => siteOf(it) ?? []) : [];
  } finally {
    if (before) Error.prepareStackTrace = before;
    else Reflect.deleteProperty(Error, 'prepareStackTrace');
  }
}

function siteOf(site: NodeJS.CallSite): Site | undefined {
  const name = site.getFileName();
  const line = site.getLineNumber();
  if (!name || line === null || name.startsWith('node:')) return undefined;
  const file = name.startsWith('file:') ? fileURLToPath(name) : name;
  if (!isAbsolute(file) || isOwn(file)) return undefined;
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
export function packageOf(file: string): string | undefined {
  const parts = file.split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0 || at + 1 >= parts.length) return undefined;
  const name = parts[at + 1]!;
  return name.startsWith('@') ? `${name}/${parts[at + 2]}` : name;
}
