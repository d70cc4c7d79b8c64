import type { Dialect } from './dialect.ts';

/** Languages in which a `...` between two statements may stand in their line. */
const ended = new Set(['apex', 'java', 'csharp', 'solidity']);

/** A pattern without what is no part of it: carriage returns, outer indentation, whole-line comments, last commas in JSON. */
export function normalised(dialect: Dialect, pattern: string): string {
  const uncommented = withoutComments(dialect, pattern.replaceAll('\r', ''));
  const text = outdented(uncommented.replace(/^\s*\n/, '').trimEnd());
  if (dialect.name === 'json') return jsonKeys(text.trimStart());
  if (dialect.name === 'yaml') return text.replace(/"=~\/(?:[^"\n])*\/"/g, (it) => it.replace(/\\(?!["\\])/g, '\\\\'));
  // A backslash of a regular expression is none of C#'s escapes: in a verbatim string it is itself.
  if (dialect.name === 'csharp') return text.trimStart().replace(/(?<![@$"\\])(?="=~\/[^"\n]*\/[ims]*")/g, '@');
  if (dialect.name === 'ruby') return withBrackets(text.trimStart());
  const query = dialect.name === 'apex' ? inQuery(text) : text;
  const parted = ended.has(dialect.name) ? query.replace(/;[ \t]*\.\.\.[ \t]*(?=[\w$])/g, ';\n...\n') : query;
  return dialect.name === 'python' ? text : parted.trimStart();
}

/** `f ... { }` of Ruby: written so, the block would be that of the last argument. */
function withBrackets(text: string): string {
  return text.replace(/^(\s*[$\w.]+[?!]?)[ \t]+\.\.\.[ \t]*(?=\{)/gm, '$1(...) ');
}

function withoutComments(dialect: Dialect, pattern: string): string {
  if (dialect.name === 'json') return pattern;
  const lines = dialect.lineComment === '#' ? /^[ \t]*#(?!!).*(?:\n|$)/gm : /^[ \t]*\/\/.*(?:\n|$)/gm;
  const without = pattern.replace(lines, '');
  return without.trim() === '' ? pattern : without;
}

function outdented(text: string): string {
  const lines = text.split('\n');
  const indents = lines.filter((it) => it.trim() !== '').map((it) => it.length - it.trimStart().length);
  const indent = Math.min(...indents);
  return Number.isFinite(indent) && indent > 0 ? lines.map((it) => it.slice(indent)).join('\n') : text;
}

function jsonKeys(text: string): string {
  return text
    .replace(/,(\s*)(?=[}\]]|$)/g, '$1')
    .replace(/(^\s*|[{,]\s*)([a-z]\w*)(?=\s*:)/gm, '$1"$2"')
    .replace(/"=~\/[^"\n]*\/"/g, (it) => it.replace(/\\(?!["\\/bfnrtu])/g, '\\\\'));
}

/** `[<... P ...>]` is a query that has P somewhere: for the grammar, a list of it. */
function inQuery(text: string): string {
  return text.trim().replace(/^\[\s*(<\.\.\.[\s\S]*\.\.\.>)\s*\]$/, '{ $1 }');
}
