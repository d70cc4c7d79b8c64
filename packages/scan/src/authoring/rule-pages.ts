import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Rule } from '@plumbline/catalog';
import { UserError } from '@plumbline/core';
import { libraryRules } from '../rules/index.ts';
import { nearest } from './nearest.ts';
import { catalogueFolders, ruleFilesAt, samplesOf } from './rule-files.ts';

/** A page about a rule, or about all of them. Shape: `name` is a file's; `text` is Markdown. */
export interface RulePage {
  readonly name: string;
  readonly text: string;
}

export interface PageSources {
  /** Absolute files and folders. */
  readonly paths: readonly string[];
  /** Whether the catalogue's own rules have pages. */
  readonly defaults: boolean;
  readonly cwd: string;
}

/**
 * One page a rule, in order of id, behind a page that lists them.
 *
 * Errors: `path-not-found`, `rules-not-found`.
 */
export function rulePages({ paths, defaults, cwd }: PageSources): RulePage[] {
  const files = ruleFilesAt([...(defaults ? catalogueFolders() : []), ...paths], cwd);
  const pages = new Map<string, { readonly rule: Rule; readonly page: RulePage }>();
  for (const file of files) {
    const samples = samplesOf(file);
    for (const rule of file.rules) {
      pages.set(rule.id, { rule, page: { name: `${fileName(rule.id)}.md`, text: pageOf(rule, samples) } });
    }
  }
  for (const rule of defaults ? libraryRules : []) {
    if (!pages.has(rule.id))
      pages.set(rule.id, { rule, page: { name: `${fileName(rule.id)}.md`, text: pageOf(rule, []) } });
  }
  const all = [...pages.values()].toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  return [{ name: 'README.md', text: listOf(all) }, ...all.map((it) => it.page)];
}

/**
 * The page about one rule.
 *
 * Errors: `rule-unknown`, and those of `rulePages`.
 */
export function rulePage(id: string, sources: PageSources): string {
  const pages = rulePages(sources);
  const found = pages.slice(1).find((it) => it.name === `${fileName(id)}.md`);
  if (found) return found.text;
  const ids = pages.slice(1).map((it) => it.name.replace(/\.md$/, ''));
  throw new UserError('rule-unknown', { id, near: nearest(id, ids) });
}

/** Ids of others may hold anything: a page must stay in its folder. */
export function fileName(id: string): string {
  return id.replaceAll(/[^\w.-]+/g, '-').replace(/^\.+/, '');
}

function listOf(all: readonly { readonly rule: Rule; readonly page: RulePage }[]): string {
  const rows = all.map(({ rule, page }) => {
    return `| [${rule.id}](${page.name}) | ${cell(titleOf(rule))} | ${rule.severity} | ${rule.languages.join(', ')} |`;
  });
  return `# Rules\n\n| Rule | Title | Severity | Languages |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}

function pageOf(rule: Rule, samples: readonly string[]): string {
  const { metadata = {} } = rule;
  const facts: [string, string][] = [
    ['Rule', `\`${rule.id}\``],
    ['Severity', rule.severity],
    ['Category', metadata.category ?? 'security'],
    ['Confidence', metadata.confidence ?? 'MEDIUM'],
    ['Languages', rule.languages.join(', ')],
    ['Runs', metadata.default === 'off' ? 'when it is asked for' : 'always'],
    ['CWE', [metadata.cwe ?? []].flat().map(cweLink).join(', ')],
    ['OWASP', [metadata.owasp ?? []].flat().join(', ')],
  ];
  const rows = facts.filter(([, value]) => value !== '').map(([name, value]) => `| ${name} | ${cell(value)} |`);
  return [
    `# ${titleOf(rule)}`,
    `| | |\n|---|---|\n${rows.join('\n')}`,
    rule.message.trim(),
    ...samplesSection(rule, samples),
    ...argumentsSection(rule),
    ...(metadata.recommendation === undefined ? [] : [`## How to fix it\n\n${metadata.recommendation.trim()}`]),
    ...(typeof rule.fix === 'string' ? [`## Automatic fix\n\n${fenced(rule.fix.trim(), '')}`] : []),
    ...referencesSection([metadata.references ?? []].flat()),
  ]
    .join('\n\n')
    .concat('\n');
}

function argumentsSection({ arguments: given }: Rule): string[] {
  if (!given) return [];
  const rows = Object.entries(given).map(([name, value]) => `| \`${name}\` | ${cell([value].flat().join(', '))} |`);
  return [`## Arguments\n\n| Name | Default |\n|---|---|\n${rows.join('\n')}`];
}

function titleOf({ metadata, message }: Rule): string {
  return metadata?.title ?? message.trim().split(/(?<=\.)\s|\n/, 1)[0]!;
}

function cweLink(cwe: string): string {
  const number = /\d+/.exec(cwe)?.[0];
  return number === undefined ? cwe : `[${cwe}](https://cwe.mitre.org/data/definitions/${number}.html)`;
}

function referencesSection(references: readonly string[]): string[] {
  return references.length === 0 ? [] : [`## References\n\n${references.map((it) => `- ${it}`).join('\n')}`];
}

/** A bad and a good place of every kind of file. */
function samplesSection(rule: Rule, paths: readonly string[]): string[] {
  const seen = new Set<string>();
  const parts = paths.flatMap((path) => {
    const language = extname(path).slice(1);
    if (seen.has(language)) return [];
    const blocks = readFileSync(path, 'utf8').split(/\n\s*\n(?=\S)/);
    const bad = excerpt(blocks, 'ruleid', rule.id);
    const good = excerpt(blocks, 'ok', rule.id);
    if (bad === undefined) return [];
    seen.add(language);
    return [...new Set([bad, good ?? bad])].map((it) => fenced(readable(it), language));
  });
  return parts.length === 0 ? [] : ['## Bad and good code', ...parts];
}

/** Units: lines. */
const longest = 30;

/** What stands around the first place of a kind: a paragraph, or the line alone in a long list of them. */
function excerpt(blocks: readonly string[], word: 'ruleid' | 'ok', id: string): string | undefined {
  const mark = new RegExp(`\\b${word}\\s*:[^\\n]*(?<![\\w-])${id.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`);
  const block = blocks.find((it) => mark.test(it));
  const lines = block?.split('\n') ?? [];
  if (lines.length <= longest) return block;
  const at = lines.findIndex((it) => mark.test(it));
  return lines.slice(at, at + 2).join('\n');
}

/** Annotations as a reader understands them. */
function readable(text: string): string {
  return text
    .trim()
    .replaceAll(/\b(?:todo)?ruleid\s*:[^\n]*?(?=\s*(?:-->|\*\/)?$)/gm, 'bad')
    .replaceAll(/\b(?:todo)?ok\s*:[^\n]*?(?=\s*(?:-->|\*\/)?$)/gm, 'good');
}

function fenced(text: string, language: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${text}\n${fence}`;
}
