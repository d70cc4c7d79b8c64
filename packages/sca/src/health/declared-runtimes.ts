import type { Ecosystem, Location } from '@plumbline/core';
import { rangesOf } from '../fixes/ranges.ts';
import type { ProjectTexts } from '../project.ts';
import { locationInLine } from '../text/lines.ts';
import { cycleFor, hasEnded, type Cycle, type Lifecycle } from './lifecycles.ts';
import type { Product } from './products.ts';
import type { HealthProject } from './remark.ts';

/** A runtime that a manifest asks for, in releases that have all ended. */
interface DeclaredRuntime {
  readonly product: Product;
  /** As it is written. */
  readonly shown: string;
  readonly location: Location;
}

/** How a manifest says what it runs on. */
interface Declaration {
  readonly files: RegExp;
  readonly product: string;
  /** Shape: the group `wish` is a range, or a version where there is no grammar. */
  readonly pattern: RegExp;
  /** Whose ranges; undefined for one version. */
  readonly ranges?: Ecosystem;
  readonly shown: string;
}

/**
 * Source: https://docs.npmjs.com/cli/configuring-npm/package-json#engines, https://getcomposer.org/doc/01-basic-usage.md#package-names,
 *         https://packaging.python.org/specifications/pyproject-toml/#requires-python, https://python-poetry.org/docs/pyproject/,
 *         https://pipenv.pypa.io/en/latest/pipfile.html, https://bundler.io/guides/gemfile_ruby.html
 */
const declarations: readonly Declaration[] = [
  {
    files: /(?:^|\/)package\.json$/,
    product: 'nodejs',
    pattern: /"engines"\s*:\s*\{[^{}]{0,500}?"node"\s*:\s*"(?<wish>[^"\n]{1,100})"/d,
    ranges: 'npm',
    shown: 'engines.node',
  },
  {
    files: /(?:^|\/)composer\.json$/,
    product: 'php',
    pattern: /"require"\s*:\s*\{[^{}]{0,5000}?"php"\s*:\s*"(?<wish>[^"\n]{1,100})"/d,
    ranges: 'composer',
    shown: 'php',
  },
  {
    files: /(?:^|\/)pyproject\.toml$/,
    product: 'python',
    pattern: /^\s{0,20}(?:requires-python|python)\s{0,20}=\s{0,20}["'](?<wish>[^"'\n]{1,100})["']/dm,
    ranges: 'pypi',
    shown: 'requires-python',
  },
  {
    files: /(?:^|\/)Pipfile$/,
    product: 'python',
    pattern: /^python(?:_full)?_version\s{0,20}=\s{0,20}["'](?<wish>\d[\d.]{0,20})["']/dm,
    shown: 'python_version',
  },
  {
    files: /(?:^|\/)(?:Gemfile|gems\.rb)$/,
    product: 'ruby',
    pattern: /^\s{0,20}ruby\s{1,20}["'](?<wish>[^"'\n]{1,50})["']/dm,
    ranges: 'gem',
    shown: 'ruby',
  },
  {
    files: /(?:^|\/)pom\.xml$/,
    product: 'spring-boot',
    pattern:
      /<artifactId>\s{0,50}spring-boot-(?:starter-parent|dependencies)\s{0,50}<\/artifactId>\s{0,200}<version>\s{0,50}(?<wish>\d[\w.-]{0,50})/d,
    shown: 'spring-boot',
  },
  {
    files: /\.gradle(?:\.kts)?$/,
    product: 'spring-boot',
    pattern:
      /\bid[\s(]{1,5}["']org\.springframework\.boot["']\)?\s{1,20}version[\s(]{1,5}["'](?<wish>\d[\w.-]{0,50})["']/d,
    shown: 'org.springframework.boot',
  },
];

/** `<TargetFramework>netcoreapp3.1</TargetFramework>`. Source: https://learn.microsoft.com/dotnet/standard/frameworks */
const targets = /<TargetFrameworks?(?:\s[^>]{0,500})?>\s{0,50}(?<list>[^<]{1,500}?)\s{0,50}<\/TargetFrameworks?>/d;

/** The manifests that let in nothing that is supported. */
export function* declaredRuntimes(project: HealthProject): Iterable<DeclaredRuntime> {
  for (const path of project.texts.paths) {
    if (/(?:^|\/)(?:node_modules|vendor)\//.test(path)) continue;
    for (const it of declarations) if (it.files.test(path)) yield* wishIn(path, it, project);
    if (/\.(?:cs|fs|vb)proj$/.test(path)) yield* targetIn(path, project);
  }
}

function wishIn(
  path: string,
  it: Declaration,
  { texts, lifecycles, today }: HealthProject,
): readonly DeclaredRuntime[] {
  const lifecycle = lifecycles?.named(it.product);
  const wish = lifecycle && foundIn(texts, path, it.pattern);
  const cycle = wish && endedOf(lifecycle, wish.text, it.ranges, today);
  if (!lifecycle || !cycle) return [];
  return [{ product: { lifecycle, cycle, is: 'runtime' }, shown: `${it.shown} ${wish.text}`, location: wish.location }];
}

function targetIn(path: string, { texts, lifecycles, today }: HealthProject): readonly DeclaredRuntime[] {
  const list = lifecycles && foundIn(texts, path, targets);
  const product = list && newestTarget(list.text.split(';'), (name) => lifecycles.named(name), today);
  return product ? [{ product, shown: list.text, location: list.location }] : [];
}

function foundIn(
  texts: ProjectTexts,
  path: string,
  pattern: RegExp,
): { readonly text: string; readonly location: Location } | undefined {
  const text = texts.text(path) ?? '';
  const found = pattern.exec(text);
  const [group] = Object.entries(found?.indices?.groups ?? {});
  if (!found || !group?.[1]) return undefined;
  const [start, end] = group[1];
  const before = text.slice(0, start);
  const line = before.split('\n').length;
  const location = locationInLine(path, line, start - before.lastIndexOf('\n'), end - start);
  return { text: text.slice(start, end), location };
}

/** The newest release that is let in, when all that are let in have ended. */
function endedOf(
  lifecycle: Lifecycle,
  wish: string,
  ecosystem: Ecosystem | undefined,
  today: string,
): Cycle | undefined {
  const grammar = ecosystem && rangesOf(ecosystem);
  const exact = cycleFor(lifecycle, wish);
  const admitted = grammar
    ? lifecycle.cycles.filter((it) => versionsOf(it).some((version) => grammar.admits(wish, version) === true))
    : exact
      ? [exact]
      : [];
  // A version in the middle of a cycle lets in neither its first nor its last one.
  const all = admitted.length === 0 && exact ? [exact] : admitted;
  return all.length > 0 && all.every((it) => hasEnded(it, today)) ? all[0] : undefined;
}

/** The ends of a cycle: what a range lets in of it is at one of them, as a rule. */
function versionsOf({ name, latest }: Cycle): readonly string[] {
  const first = [...name.split('.'), '0', '0'].slice(0, 3).join('.');
  return latest === undefined ? [first] : [latest, first];
}

function newestTarget(
  written: readonly string[],
  named: (name: string) => Lifecycle | undefined,
  today: string,
): Product | undefined {
  const products = written.map((it) => targetOf(it.trim().toLowerCase(), named));
  // What is for any framework, or for one that nobody knows, is not bound to one that has ended.
  const known = products.filter((it) => it !== undefined);
  if (known.length < products.length || known.some(({ cycle }) => !hasEnded(cycle, today))) return undefined;
  return known.toSorted((a, b) => ((a.cycle.ends ?? '') < (b.cycle.ends ?? '') ? 1 : -1))[0];
}

function targetOf(written: string, named: (name: string) => Lifecycle | undefined): Product | undefined {
  const [, core] = /^(?:netcoreapp|net)(\d+\.\d+)(?:-|$)/.exec(written) ?? [];
  const [, framework] = /^net(\d{2,3})$/.exec(written) ?? [];
  const lifecycle = named(core === undefined ? 'dotnetfx' : 'dotnet');
  const version = core?.replace(/^([5-9]|\d\d)\.0$/, '$1') ?? framework?.split('').join('.');
  const cycle = lifecycle && version !== undefined ? lifecycle.cycles.find((it) => it.name === version) : undefined;
  return lifecycle && cycle ? { lifecycle, cycle, is: 'runtime' } : undefined;
}
