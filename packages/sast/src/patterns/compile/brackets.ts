import type { Dialect } from './dialect.ts';

/** What stands between two brackets. */
export type BracketRole = 'parameters' | 'imports' | 'list' | 'index' | 'class' | 'block' | 'arms' | 'literal';

const controls =
  /^(?:if|while|for|foreach|switch|catch|synchronized|using|match|when|return|in|with|try|elseif|await|and|or|not|new)$/;
const definitions = /\b(?:def|func|function\*?|fn|constructor)\s*[\w$.]*\s*$/;
const classes = /\b(?:class|interface|struct|enum|record)\b[^;{}()=]*$/;
const records = /\b(?:class|record)\b[^;{}=]*$/;

/** The role of the opening bracket at this place. */
export function bracketRole(dialect: Dialect, text: string, at: number): BracketRole {
  const before = text.slice(Math.max(0, at - 300), at);
  const char = text[at];
  if (char === '[') return 'index';
  if (char === '{') return braceRole(dialect, before);
  if (isImportList(dialect, before)) return 'imports';
  const word = /([\w$]+)\s*$/.exec(before)?.[1];
  if (word !== undefined && controls.test(word)) return 'list';
  const takes = dialect.trailingBlocks
    ? declared.test(before)
    : definitions.test(before) || (word !== undefined && hasBody(text, at, before));
  return takes ? 'parameters' : 'list';
}

function isImportList({ name }: Dialect, before: string): boolean {
  return name === 'go' && /\bimport\s*$/.test(before);
}

/** What has parameters where a block behind brackets is an argument. */
const declared =
  /\b(?:def|fun|extension|given)\b[^(){}=\n]*$|\b(?:class|trait|object|constructor)\b(?![^(){}\n]*\bextends\b)[^(){}=\n:]*$/;

function braceRole(dialect: Dialect, before: string): BracketRole {
  if (isClass(before)) return 'class';
  return dialect.arms?.test(before) ? 'arms' : 'block';
}

function isClass(before: string): boolean {
  return classes.test(before) || records.test(before);
}

/** Whether a body follows the brackets, and they are not those of an object with one. */
function hasBody(text: string, at: number, before: string): boolean {
  if (!/^\s*(?:\{|throws\b)/.test(text.slice(closingOf(text, at) + 1))) return false;
  return !/\bnew\s+[\w$.<>]*\s*$/.test(before) && !/[.@]\s*[\w$]+\s*$/.test(before);
}

function closingOf(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

/** Whether a `{` after this text opens an object or a dictionary. */
export function braceIsLiteral(dialect: Dialect, before: string): boolean {
  if (dialect.name === 'json') return true;
  if (!dialect.braceLiterals) return false;
  if (/\b(?:case\b.*|default\s*):\s*$/.test(before)) return false;
  return /[:=(,?[&|]\s*$/.test(before) || /\breturn\s*$/.test(before);
}
