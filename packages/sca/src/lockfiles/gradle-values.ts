import { folderOf, resolvePath, type ProjectTexts } from '../project.ts';
import { gradleStatements, type GradleStatement, type GradleText } from '../text/gradle.ts';
import { linesIn } from '../text/lines.ts';
import { catalogsFor } from './gradle-catalogs.ts';
import type { Manifest } from './lockfile.ts';

/** What a build gives to names. */
export interface GradleValues {
  /** `$name`, `${…}` filled in; what has no literal value stays. */
  fill(text: string): string;
  /** Fills in a text of a statement. */
  textOf(text: GradleText): string;
  /** The value of an expression without quotes: `versions.kotlin`; undefined when it has no literal one. */
  valueOf(expression: string): string | undefined;
}

/** Units: values of one build; files that a build file reads values from. */
const maxValues = 20_000;
const maxFiles = 200;

/** Folders whose classes hold constants that every build file sees. */
const sourceFile = /^buildSrc\/(?:src\/main\/(?:kotlin|java|groovy)\/)?(?:[\w-]+\/){0,3}\w+\.(?:kt|java|groovy)$/;

/** The values that a build file, those above it, the scripts that they apply and their gradle.properties give to names. */
export function gradleValues(manifest: Manifest): GradleValues {
  const values = new Map<string, string>();
  for (const path of filesFor(manifest)) {
    for (const [name, value] of pairsOf(manifest.project, path)) note(values, name, value);
  }
  const catalogs = catalogsFor(manifest);
  const lookup = (expression: string): string | undefined => {
    const name = expression.replaceAll(/\.(?:get|toString|asProvider)\(\)|\.value\b|["'()[\]]/g, (it) =>
      /^["'()[\]]$/.test(it) ? '.' : '',
    );
    const path = name.split('.').filter((it) => it.trim() !== '');
    const catalog = catalogs.get(path[0]?.trim() ?? '');
    if (catalog && path[1] === 'versions') return catalog.versions.get(path.slice(2).join('.'));
    return values.get(path.slice(-2).join('.').trim()) ?? values.get(path.at(-1)?.trim() ?? '');
  };
  const fill = (text: string): string => filled(text, lookup);
  const valueOf = (expression: string): string | undefined => {
    const found = lookup(expression);
    return found === undefined ? undefined : fill(found);
  };
  return { fill, valueOf, textOf: ({ value, isFilled }) => (isFilled ? fill(value) : value) };
}

function filesFor({ path, text, project }: Manifest): readonly string[] {
  const files = new Set([path, ...appliedIn(text, path)]);
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const it of names.map((name) => prefix + name).filter((file) => project.has(file))) {
      files.add(it);
      const applied = it.endsWith('.properties') ? [] : appliedIn(project.text(it) ?? '', it, folder);
      for (const file of applied) files.add(file);
    }
    if (folder === '') break;
  }
  for (const it of sourcesIn(project)) if (isAbove(it.folder, path)) files.add(it.path);
  return [...files].filter((it) => project.has(it)).slice(0, maxFiles);
}

const names = ['gradle.properties', 'build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts'];

interface Source {
  /** The folder of the build. */
  readonly folder: string;
  readonly path: string;
}

function isAbove(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

interface Known {
  readonly sources: readonly Source[];
  readonly pairs: Map<string, readonly Pair[]>;
}

type Pair = readonly [name: string, value: string];

const cache = new WeakMap<ProjectTexts, Known>();

function knownOf(project: ProjectTexts): Known {
  const known = cache.get(project);
  if (known) return known;
  const sources = project.paths.flatMap((path): readonly Source[] => {
    const at = `/${path}`.lastIndexOf('/buildSrc/');
    return at === -1 || !sourceFile.test(path.slice(at)) ? [] : [{ folder: path.slice(0, Math.max(0, at - 1)), path }];
  });
  const found: Known = { sources, pairs: new Map() };
  cache.set(project, found);
  return found;
}

function sourcesIn(project: ProjectTexts): readonly Source[] {
  return knownOf(project).sources;
}

/** What a file gives to names; each file is read once. */
function pairsOf(project: ProjectTexts, path: string): readonly Pair[] {
  const { pairs } = knownOf(project);
  const known = pairs.get(path);
  if (known) return known;
  const text = project.text(path) ?? '';
  const found = path.endsWith('.properties') ? propertiesIn(text) : gradleStatements(text).flatMap(pairsIn);
  pairs.set(path, found);
  return found;
}

/** `apply from: "$rootDir/gradle/versions.gradle"`, `apply(from = "…")`. */
function appliedIn(text: string, path: string, root = ''): readonly string[] {
  const found = text
    .slice(0, 200_000)
    .matchAll(/\bfrom\s*[:=(]\s*(?:rootProject\.file\()?["']([^"'\n]{1,300}\.gradle(?:\.kts)?)["']/g);
  return Array.from(found).flatMap(([, written]) => {
    const isTop = /\$\{?(?:rootDir|rootProject\.(?:projectDir|rootDir))\}?/.test(written!);
    const name = written!.replaceAll(/\$\{?[\w.]+\}?\//g, '');
    return [folderOf(path), ...(isTop ? [root, ''] : [])].flatMap((it) => resolvePath(it, name) ?? []);
  });
}

function propertiesIn(text: string): readonly Pair[] {
  return Array.from(linesIn(text)).flatMap(({ text: line }): readonly Pair[] => {
    const [, name, value] = (line.length <= 2048 && /^\s*([\w.-]{1,100})\s*[=:]\s*(\S{1,200})\s*$/.exec(line)) || [];
    if (name === undefined) return [];
    return [
      [name, value!],
      [name.slice(name.lastIndexOf('.') + 1), value!],
    ];
  });
}

function note(values: Map<string, string>, name: string, value: string): void {
  if (values.size < maxValues && !values.has(name)) values.set(name, value);
}

/** `x = §0§`, `ext["x"] = §1§`, `val x by extra(§0§)`, `set(§0§, §1§)`, and the pairs of a map: `x: §0§`, `"x" to §1§`. */
const assigned =
  /(?:(?<![\w.])(?<name>[\w.]{1,100})|§(?<quoted>\d+)§)["'\])]*\s*(?::\s*String\??)?\s*(?:=(?!=)|:(?!:)|\bto\b|\bby extra\(|,)\s*(?<value>[\w.]{0,80}(?:\(\))?(?:\s*\+?\s*§\d+§|\s*\+\s*[\w.]{1,80})*)/g;

function pairsIn({ shape, texts, heads }: GradleStatement): readonly Pair[] {
  if (!/[=:(]|\bto\b/.test(shape)) return [];
  const list = /^(?:[\w.]{0,200}\.)?(\w{1,100})\s*=\s*(?:\[|mapOf\()/.exec(
    shape.replace(/^(?:def|val|var)\s+/, ''),
  )?.[1];
  const owner = list ?? ownerOf(heads);
  return Array.from(shape.slice(0, 4096).matchAll(assigned)).flatMap(({ groups }): readonly Pair[] => {
    const written = groups!['name'] ?? texts[Number(groups!['quoted'])]?.value ?? '';
    const name = written.slice(written.lastIndexOf('.') + 1);
    const value = templateOf(groups!['value']!, texts);
    if (name === '' || value === undefined || value.includes(' ')) return [];
    const before = written.split('.').at(-2) ?? owner;
    return [...(before === undefined ? [] : [[`${before}.${name}`, value] as const]), [name, value]];
  });
}

/** The block or class that names stand in: `object Versions {`. */
function ownerOf(heads: readonly GradleStatement[]): string | undefined {
  return /\b(?:object|class|interface)\s+(\w+)/.exec(heads.at(-1)?.shape ?? '')?.[1];
}

/** Words that stand where values do: types, and who else holds the value of that name. */
const noValue = /^(?:true|false|null|it|this|extra|project|settings|rootProject|[A-Z]\w*)$/;

/** An expression as one text that is filled in where it is used; undefined when it has no text in it and is no name. */
function templateOf(expression: string, texts: readonly GradleText[]): string | undefined {
  const parts = expression.split('+').map((it) => it.trim());
  if (parts.some((it) => !/^(?:§\d+§|[A-Za-z_][\w.]*)$/.test(it))) return undefined;
  const isName = parts.length === 1 && !parts[0]!.startsWith('§');
  if (isName && noValue.test(parts[0]!)) return undefined;
  return parts
    .map((it) => {
      const text = it.startsWith('§') ? texts[Number(it.slice(1, -1))] : undefined;
      if (!text) return `\${${it}}`;
      return text.isFilled ? text.value : text.value.replaceAll('$', '');
    })
    .join('');
}

const maxFilled = 1024;

function filled(text: string, lookup: (expression: string) => string | undefined): string {
  let value = text.slice(0, maxFilled);
  for (let round = 0; round < 6 && value.includes('$'); round += 1) {
    const next = value
      .replaceAll(
        /\$(?:\{([^{}]{1,200})\}|([A-Za-z_]\w{0,99}))/g,
        (whole, inner: string | undefined, bare: string | undefined) => lookup(bare ?? inner!) ?? whole,
      )
      .slice(0, maxFilled);
    if (next === value) break;
    value = next;
  }
  return value;
}
