import type { Scope } from '@plumbline/core';
import { linesIn } from '../text/lines.ts';
import { scopeOfGroup } from './groups.ts';

const gemCall = /^\s*gem[\s(]+["'](?<name>[^"']+)["'](?<rest>.*)$/;
const groupCall = /^\s*group[\s(](?<groups>.*)(?:\bdo|\)\s*\{)$/;
const option = /\bgroups?(?:: |:|\s*=>\s*)\s*(?<groups>\[[^\]]*\]|%i\[[^\]]*\]|:\w+|["']\w+["'])/;

/** Blocks of other kinds; a `source … do` is one. */
const opensBlock = /\bdo(?:\s*\|[^|]*\|)?$|\)\s*\{$|^\s*(?:if|unless|case|begin|def)\b/;

/** Lines longer than this are no gem's; patterns are tried on shorter ones only. */
const maxLine = 500;
/** Units: characters. Far above any Gemfile. */
const maxLength = 1024 * 1024;

/** A line of code without its comment; one that goes on, behind a comma or in brackets, has the lines behind it. */
export interface RubyLine {
  readonly code: string;
  /** Units: counted from 1. */
  readonly number: number;
}

export function* rubyLines(text: string): Iterable<RubyLine> {
  let begun: { code: string; readonly number: number } | undefined;
  for (const { text: line, number } of linesIn(text)) {
    const code = line.length > maxLine ? '' : line.replace(/(?:^|\s)#.*$/, '').trimEnd();
    if (begun && code.trim() === '') continue;
    begun = begun ? { ...begun, code: `${begun.code} ${code.trim()}` } : { code, number };
    if (goesOn(begun.code) && begun.code.length <= maxLine) continue;
    yield begun;
    begun = undefined;
  }
  if (begun) yield begun;
}

function goesOn(code: string): boolean {
  if (/[,\\]$/.test(code)) return true;
  const bare = code.replaceAll(/(["'])(?:(?!\1).)*\1/g, '');
  return (bare.match(/[[(]/g)?.length ?? 0) > (bare.match(/[\])]/g)?.length ?? 0);
}

/**
 * What the gems of a Gemfile are for, as far as it can be told without running it: `group … do` blocks and `group:`.
 * Gems outside of groups are not in the map.
 */
export function gemGroups(gemfile: string): ReadonlyMap<string, readonly Scope[]> {
  const gems = new Map<string, readonly Scope[]>();
  const blocks: (readonly Scope[])[] = [];
  for (const { code: line } of rubyLines(gemfile.slice(0, maxLength))) {
    turn(blocks, line);
    const found = gemCall.exec(line)?.groups;
    const own = option.exec(found?.['rest'] ?? '')?.groups?.['groups'];
    const scopes = own === undefined ? (blocks.at(-1) ?? []) : inside(blocks, own);
    if (found && scopes.length > 0) gems.set(found['name']!, scopes);
  }
  return gems;
}

/** Notes the block that a line opens or closes: what a gem is for in it, with all blocks around it. */
function turn(blocks: (readonly Scope[])[], line: string): void {
  const group = groupCall.exec(line)?.groups?.['groups'];
  if (group !== undefined) blocks.push(inside(blocks, group));
  else if (opensBlock.test(line)) blocks.push(blocks.at(-1) ?? []);
  else if (/^\s*(?:end\b|\}\s*$)/.test(line)) blocks.pop();
}

function inside(blocks: readonly (readonly Scope[])[], groups: string): readonly Scope[] {
  return [...new Set([...(blocks.at(-1) ?? []), ...scopesIn(groups)])];
}

function scopesIn(groups: string): readonly Scope[] {
  const names = (groups.match(/\w+/g) ?? []).filter((it) => it !== 'optional' && it !== 'true' && it !== 'i');
  return [...new Set(names.map((it) => (it === 'production' || it === 'default' ? 'runtime' : scopeOfGroup(it))))];
}

const development = /^\s*\w+\.add_development_dependency\s*\(?\s*(?:%q<|["'])(?<name>[\w.-]{1,200})/;

/** The gems that descriptions of gems ask for to be developed, where a Gemfile takes them in: `gemspec`. */
export function developedWith(gemfile: string, descriptions: readonly string[]): ReadonlyMap<string, readonly Scope[]> {
  if (!/^[ \t]{0,50}gemspec\b/m.test(gemfile)) return new Map();
  const names = descriptions.flatMap((text) =>
    Array.from(rubyLines(text), ({ code }) => development.exec(code)?.groups?.['name'] ?? ''),
  );
  return new Map(names.filter((it) => it !== '').map((it) => [it, ['development'] as const]));
}
