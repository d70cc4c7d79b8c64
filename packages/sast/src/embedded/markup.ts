/**
 * Scripts in HTML and in what is built upon it. Read by hand: templates are seldom HTML that a grammar accepts, and all
 * that is asked of them is where their scripts begin and end.
 *
 * Source: https://html.spec.whatwg.org/multipage/scripting.html#the-script-element
 */
import type { LanguageName } from './names.ts';
import { blank, type Region } from './region.ts';

const script = /<script(?=[\s>])((?:[^<>"']|"[^"]*"|'[^']*'){0,5000})>/gi;
const attribute = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const byType: Readonly<Record<string, LanguageName>> = {
  '': 'javascript',
  module: 'javascript',
  'text/javascript': 'javascript',
  'application/javascript': 'javascript',
  'text/ecmascript': 'javascript',
  'application/ecmascript': 'javascript',
  'application/x-javascript': 'javascript',
  'text/babel': 'javascript',
  'text/jsx': 'javascript',
  js: 'javascript',
  jsx: 'javascript',
  'application/typescript': 'typescript',
  'text/typescript': 'typescript',
  ts: 'typescript',
  tsx: 'typescript',
  'application/json': 'json',
  'application/ld+json': 'json',
  importmap: 'json',
  speculationrules: 'json',
};

/** The scripts, and what is left of the text without them. */
export function scriptsIn(text: string): { readonly regions: Region[]; readonly rest: string } {
  const regions: Region[] = [];
  const kept: string[] = [];
  const ends = text.toLowerCase();
  let at = 0;
  script.lastIndex = 0;
  for (let found = script.exec(text); found; found = script.exec(text)) {
    const start = script.lastIndex;
    const end = ends.indexOf('</script', start);
    if (end < 0) break;
    const language = languageOf(found[1]!);
    const code = text.slice(start, end);
    if (language && code.trim() !== '') regions.push({ language, start, end, code });
    kept.push(text.slice(at, found.index), blank(text.slice(found.index, end)));
    script.lastIndex = at = end;
  }
  return { regions, rest: kept.join('') + text.slice(at) };
}

function languageOf(attributes: string): LanguageName | undefined {
  const values = new Map([...attributes.matchAll(attribute)].map((it) => [it[1]!.toLowerCase(), it[2] ?? it[3] ?? '']));
  const named = values.get('lang') ?? values.get('type') ?? '';
  return byType[named.trim().toLowerCase().replace(/;.*$/, '')];
}

/** `onclick="…"` and `href="javascript:…"`. */
export function handlersIn(rest: string): Region[] {
  return attributesIn(rest).flatMap(({ name, value, start }) => {
    const link = /^\s*javascript:/i.exec(value);
    if (link) return [handler(start + link[0].length, value.slice(link[0].length))];
    return /^on[a-z]+$/i.test(name) && value.trim() !== '' ? [handler(start, value)] : [];
  });
}

function handler(start: number, code: string): Region {
  return { language: 'javascript', start, end: start + code.length, code, after: ';' };
}

/** Expressions of Vue's templates: `{{ a }}`, `:a="b"`, `@a="b"`, `v-html="a"`. */
export function vueExpressions(rest: string, language: LanguageName): Region[] {
  const written = [...rest.matchAll(/\{\{([\s\S]*?)\}\}/g)].map((it) => stretch(it.index + 2, it[1]!));
  const bound = attributesIn(rest).flatMap(({ name, value, start }) => {
    if (!/^(?::|v-bind:|v-(?:html|text|if|else-if|show|model)\b)/.test(name)) return [];
    return value.trim() === '' ? [] : [stretch(start, value)];
  });
  const handlers = attributesIn(rest).flatMap(({ name, value, start }) => {
    if (!/^(?:@|v-on:)/.test(name) || value.trim() === '') return [];
    return [{ language, start, end: start + value.length, after: ';' }];
  });
  const expressions = [...written, ...bound].map((it) => ({ ...it, language, before: '(', after: ');' }));
  return [...expressions, ...handlers];
}

function stretch(start: number, code: string): { readonly start: number; readonly end: number } {
  return { start, end: start + code.length };
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Where the value begins. */
  readonly start: number;
}

function attributesIn(rest: string): Attribute[] {
  return [...rest.matchAll(/(?<=[\s"'])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((it) => {
    const value = it[2] ?? it[3] ?? '';
    return { name: it[1]!, value, start: it.index + it[0].length - 1 - value.length };
  });
}
