import { literal } from '@plumbline/core';
/**
 * Tags of template languages. In scripts they become something of the same length that a script may have there: a name
 * where they write a value, blanks where they decide.
 */
import { blank, type Region } from './region.ts';
import type { LanguageName } from './names.ts';

/** One kind of tag. */
interface Tag {
  readonly open: string;
  readonly close: string;
  /** It ends where the file ends, if nothing ends it before. */
  readonly last?: true;
  /** It stands in one line. */
  readonly line?: true;
  readonly writes?: true;
  /** What its code is written in, if we read that. */
  readonly code?: Pick<Region, 'language' | 'before' | 'after'>;
}

/** How a kind of file is written. Shape: of tags that begin alike the longest counts. */
interface Tagging {
  readonly tags: readonly Tag[];
  /** Whole lines that are no text. */
  readonly lines?: RegExp;
}

/** Jinja, Django, Nunjucks, Twig, Handlebars, Mustache, Angular, Blade. */
const braces: readonly Tag[] = [
  { open: '{{{', close: '}}}', line: true, writes: true },
  { open: '{{', close: '}}', line: true, writes: true },
];
const blocks: readonly Tag[] = [
  { open: '{%', close: '%}' },
  { open: '{#', close: '#}' },
];
const php: readonly Tag[] = [
  { open: '<?=', close: '?>', last: true, writes: true },
  { open: '<?php', close: '?>', last: true },
];
const expressions: readonly Tag[] = [
  { open: '${', close: '}', line: true, writes: true },
  { open: '#{', close: '}', line: true, writes: true },
];

/** `<% %>`. */
function percent(language: LanguageName, after: string): readonly Tag[] {
  const value = { language, after };
  return [
    { open: '<%--', close: '--%>' },
    ...['<%#', '<%@', '<%%'].map((open) => ({ open, close: '%>' })),
    ...['<%=', '<%-'].map((open): Tag => ({ open, close: '%>', writes: true, code: value })),
    ...['<%!', '<%_', '<%'].map((open): Tag => ({ open, close: '%>', code: { language } })),
  ];
}

const echo = { language: 'php', before: 'echo ', after: ';' } as const;
const blade: readonly Tag[] = [
  { open: '{{--', close: '--}}' },
  { open: '{{', close: '}}', line: true, writes: true, code: echo },
  { open: '{!!', close: '!!}', line: true, writes: true, code: echo },
  { open: '@php\n', close: '@endphp', code: { language: 'php' } },
];

/** What tags a file has, by the end of its name. */
const kinds: readonly (readonly [name: RegExp, tagging: Tagging])[] = [
  [/\.ejs$/i, { tags: percent('javascript', ';') }],
  [/\.(?:erb|rhtml)$/i, { tags: percent('ruby', '') }],
  [/\.(?:jspx?|jspf|tag)$/i, { tags: [...percent('java', ';'), ...expressions] }],
  [/\.blade\.php$/i, { tags: [...blade, ...php], lines: /^[ \t]*@\w+(?:[ \t]*\(.*\))?[ \t]*$/gm }],
  [/\.(?:php|phtml|php\d|inc)$/i, { tags: php }],
  [
    /\.(?:html?|xhtml|jinja2?|j2|njk|nunjucks|twig|hbs|handlebars|mustache|liquid|dj?html|tmpl)$/i,
    { tags: [...blocks, ...braces] },
  ],
];

export function taggingOf(path: string): Tagging | undefined {
  return kinds.find(([name]) => name.test(path))?.[1];
}

export interface Untagged {
  /** The text, as long as it was, without its tags. */
  readonly text: string;
  /** The code in them. */
  readonly regions: readonly Region[];
}

export function untagged(text: string, { tags, lines }: Tagging): Untagged {
  const regions: Region[] = [];
  const kept: string[] = [];
  let at = 0;
  for (const { tag, start, end } of tagsIn(text, tags)) {
    const whole = text.slice(start, end);
    kept.push(text.slice(at, start), tag.writes ? whole.replace(/[^\n\r]/g, '_') : blank(whole));
    at = end;
    if (tag.code) regions.push(regionOf(tag, whole, start));
  }
  const rest = kept.join('') + text.slice(at);
  return { text: lines ? rest.replace(lines, blank) : rest, regions };
}

interface Placed {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
}

/** The tags of a text, one after the other. Each place is looked at once: a kind that does not end any more is left out. */
function* tagsIn(text: string, tags: readonly Tag[]): Generator<Placed> {
  const sorted = tags.toSorted((a, b) => b.open.length - a.open.length);
  const opening = new RegExp(sorted.map(({ open }) => literal(open)).join('|'), 'g');
  const dead = new Set<Tag>();
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const tag = sorted.find(({ open }) => open === found![0])!;
    const end = dead.has(tag) ? -1 : endOf(text, tag, opening.lastIndex);
    if (end < 0 && !tag.line) dead.add(tag);
    if (end < 0) continue;
    yield { tag, start: found.index, end };
    opening.lastIndex = end;
  }
}

/** Units: characters. Tags of one line are short. */
const maxLine = 2_000;

function endOf(text: string, { close, last, line }: Tag, from: number): number {
  if (line) {
    const rest = text.slice(from, from + maxLine);
    const [first = ''] = rest.split('\n', 1);
    const at = first.indexOf(close);
    return at < 0 ? -1 : from + at + close.length;
  }
  const at = text.indexOf(close, from);
  return at < 0 ? (last ? text.length : -1) : at + close.length;
}

function regionOf({ open, close, code }: Tag, whole: string, start: number): Region {
  const inner = whole.slice(open.length, whole.length - close.length).replace(/[-_]$/, '');
  return { ...code!, start: start + open.length, end: start + open.length + inner.length };
}
