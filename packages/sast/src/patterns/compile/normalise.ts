import type { Dialect } from './dialect.ts';

/** A pattern without what is no part of it: carriage returns, outer indentation, whole-line comments, last commas in JSON. */
export function normalised(dialect: Dialect, pattern: string): string {
  const uncommented = withoutComments(dialect, pattern.replaceAll('\r', ''));
  const text = outdented(uncommented.replace(/^\s*\n/, '').trimEnd());
  if (dialect.name === 'json') return jsonKeys(text.trimStart());
  if (dialect.name === 'yaml') return text.replace(/"=~\/(?:[^"\n])*\/"/g, (it) => it.replace(/\\(?!["\\])/g, '\\\\'));
  if (dialect.name === 'ruby') return withBrackets(text.trimStart());
  return dialect.name === 'python' ? text : text.trimStart();
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
