import type { Scope } from '@plumbline/core';
import type { GradleStatement } from '../text/gradle.ts';
import { aliasOf, type Catalog, type CatalogEntry } from './gradle-catalogs.ts';
import { scopeOfConfiguration } from './gradle-scopes.ts';
import type { GradleValues } from './gradle-values.ts';

/** A library that a build file names in its `dependencies`. */
export interface GradleWish {
  /** Shape: `group:name`. */
  readonly name: string;
  /** A version or a range as far as it is filled in; empty where none is written. */
  readonly requested: string;
  readonly scope: Scope;
  readonly statement: GradleStatement;
  readonly line: number;
  /** It comes out of a version catalogue. */
  readonly isCatalog: boolean;
  /** It says only which version others get. */
  readonly isConstraint: boolean;
}

export interface GradleBuild {
  readonly values: GradleValues;
  readonly catalogs: ReadonlyMap<string, Catalog>;
}

/** What the statements of a build file ask for. */
export function gradleWishes(statements: readonly GradleStatement[], build: GradleBuild): readonly GradleWish[] {
  const rich = richVersions(statements, build.values);
  return statements.flatMap((it) => {
    const place = placeOf(it);
    if (!place) return [];
    const configuration = configurationOf(it);
    if (configuration === undefined) return [];
    const scope = place.isTest ? 'test' : scopeOfConfiguration(configuration);
    return namedIn(it, build).map(({ line = it.line, isCatalog = false, ...named }): GradleWish => {
      const requested = named.requested === '' ? (rich.get(it) ?? '') : named.requested;
      return { ...named, requested, scope, statement: it, line, isCatalog, isConstraint: place.isConstraint };
    });
  });
}

/** Where a wish may stand: straight in `dependencies`, or in its `constraints`; undefined anywhere else. */
function placeOf({ heads }: GradleStatement): { readonly isTest: boolean; readonly isConstraint: boolean } | undefined {
  const names = heads.map((it) => it.shape.replace(/\s*\(.*$/, '').trim());
  const at = names.findLastIndex((it) => /(?:^|[.\s])dependencies$/.test(it));
  if (at === -1) return undefined;
  const inner = names
    .slice(at + 1)
    .filter((it) => !/^(?:if|else|for|with|apply|\w+\.each|\w+\.forEach|each)\b/.test(it));
  const isManagement = names.slice(0, at).includes('dependencyManagement');
  const isConstraint = isManagement || inner[0] === 'constraints';
  if (inner.length > 1 || (inner.length === 1 && inner[0] !== 'constraints' && !inner[0]!.startsWith('dependencySet')))
    return undefined;
  const around = heads.slice(0, at + 1).map((it) => it.shape);
  // Source sets of Kotlin say in their names what they are for.
  return { isTest: around.some((it) => /\b\w*[tT]est\w*(?:\.dependencies|\s*$|\s+by\b)/.test(it)), isConstraint };
}

const never = new Set(
  'exclude because reject prefer strictly require details if else return val var def version transitive changing force isTransitive isForce isChanging attributes capabilities artifact println repositories exclusions'.split(
    ' ',
  ),
);

/** The word or text that a wish begins with. */
function configurationOf({ shape, texts }: GradleStatement): string | undefined {
  const code = shape.trimStart();
  const found = /^(?:(?<word>[a-zA-Z]\w{0,100})|`(?<ticked>\w{1,100})`|§(?<text>\d+)§)\s*(?<rest>[\s(§])/.exec(
    code,
  )?.groups;
  if (!found) return undefined;
  if (found['text'] !== undefined) return texts[Number(found['text'])]?.value;
  const word = found['word'] ?? found['ticked']!;
  if (never.has(word)) return undefined;
  // add("implementation", "g:a:1")
  return word === 'add' ? texts[0]?.value : word;
}

type Named = CatalogEntry & { readonly line?: number; readonly isCatalog?: boolean };

function namedIn(it: GradleStatement, build: GradleBuild): readonly Named[] {
  const written = [...inTexts(it, build), ...inFields(it, build), ...inKotlin(it, build)];
  const found = written.length > 0 ? written : [...inCatalogs(it, build), ...inValues(it, build)];
  return found.filter(({ name }) => /^[\w.$-]{1,300}:[\w.$-]{1,300}$/.test(name.replaceAll(/[{}]/g, '')));
}

/** `"group:name:version"`, also put together: `"group:name:" + version`. */
function inTexts({ shape, texts }: GradleStatement, { values }: GradleBuild): readonly Named[] {
  return texts.flatMap((it, at): readonly Named[] => {
    const added = new RegExp(`§${at}§\\s*\\+\\s*(?:§(\\d+)§|([\\w.]{1,100}))`).exec(shape);
    const more =
      added?.[1] === undefined
        ? added?.[2] === undefined
          ? ''
          : (values.valueOf(added[2]) ?? `\${${added[2]}}`)
        : values.textOf(texts[Number(added[1])]!);
    const found = coordinatesIn(values.textOf(it) + more);
    return found ? [{ ...found, line: it.line }] : [];
  });
}

function coordinatesIn(text: string): CatalogEntry | undefined {
  const found =
    /^(?<group>[\w.${}-]{1,200}):(?<name>[\w.${}-]{1,200})(?::(?<version>[^:@\s]{0,300}))?(?::[\w.-]*)?(?:@\w+)?$/.exec(
      text,
    )?.groups;
  if (!found) return undefined;
  // `1.0!!` is how `strictly` is written short.
  return { name: `${found['group']!}:${found['name']!}`, requested: (found['version'] ?? '').replace(/!!.*$/, '') };
}

/** `group: 'g', name: 'n', version: v`, in Kotlin with `=`. */
function inFields({ shape, texts }: GradleStatement, { values }: GradleBuild): readonly Named[] {
  const field = (name: string, rest: string): string | undefined => {
    const found = new RegExp(`\\b${name}\\s*[:=]\\s*(?:§(\\d+)§|([A-Za-z_][\\w.]{0,100}))`).exec(rest);
    if (found?.[1] !== undefined) return values.textOf(texts[Number(found[1])]!);
    return found?.[2] === undefined ? undefined : (values.valueOf(found[2]) ?? `\${${found[2]}}`);
  };
  return Array.from(shape.matchAll(/\bgroup\s*[:=]/g)).flatMap((it, at, all): readonly Named[] => {
    const rest = shape.slice(it.index, all[at + 1]?.index);
    const [group, name, version] = [field('group', rest), field('name', rest), field('version', rest)];
    return group === undefined || name === undefined ? [] : [{ name: `${group}:${name}`, requested: version ?? '' }];
  });
}

/** `kotlin("stdlib")`, and in Kotlin also `implementation("g", "n", "1.0")`. */
function inKotlin({ shape, texts }: GradleStatement, { values }: GradleBuild): readonly Named[] {
  const text = (at: string | undefined): string => (at === undefined ? '' : values.textOf(texts[Number(at)]!));
  const kotlin = /\bkotlin\(\s*§(\d+)§(?:\s*,\s*§(\d+)§)?\s*\)/.exec(shape);
  if (kotlin) return [{ name: `org.jetbrains.kotlin:kotlin-${text(kotlin[1])}`, requested: text(kotlin[2]) }];
  const listed = /^\s*\w+\s*\(\s*§(\d+)§\s*,\s*§(\d+)§(?:\s*,\s*§(\d+)§)?\s*\)/.exec(shape);
  if (!listed || /^\s*add\b/.test(shape)) return [];
  return [{ name: `${text(listed[1])}:${text(listed[2])}`, requested: text(listed[3]) }];
}

/** `libs.androidx.core`, `libs.bundles.network`. */
function inCatalogs({ shape }: GradleStatement, { catalogs }: GradleBuild): readonly Named[] {
  return Array.from(shape.matchAll(/(?<![\w.])([A-Za-z]\w{0,60})\.([A-Za-z][\w.]{0,200})/g)).flatMap(
    ([, name, path]): readonly Named[] => {
      const catalog = catalogs.get(name!);
      return catalog ? entriesAt(catalog, path!).map((it) => ({ ...it, isCatalog: true })) : [];
    },
  );
}

/** The libraries that an accessor of a catalogue stands for. */
function entriesAt({ libraries, bundles }: Catalog, path: string): readonly CatalogEntry[] {
  const alias = aliasOf(path.replace(/\.(?:get|asProvider)$/, ''));
  const bundle = alias.startsWith('bundles.') ? bundles.get(alias.slice('bundles.'.length)) : undefined;
  return (bundle ?? [alias]).flatMap((it) => libraries.get(it) ?? []);
}

/** A name that has coordinates for its value: `deps.retrofit`. */
function inValues({ shape }: GradleStatement, { values }: GradleBuild): readonly Named[] {
  const names = /^\s*\w+\s*\(?\s*((?:[A-Za-z_][\w.]{1,100}\s*,?\s*)+)\)?/.exec(shape.slice(0, 1024))?.[1] ?? '';
  return names.split(',').flatMap((it): readonly Named[] => {
    const found = coordinatesIn(values.valueOf(it.trim()) ?? '');
    return found ? [found] : [];
  });
}

/** What the block behind a wish says of its version: `{ version { strictly("1.2") } }`. */
function richVersions(
  statements: readonly GradleStatement[],
  values: GradleValues,
): ReadonlyMap<GradleStatement, string> {
  const found = new Map<GradleStatement, string>();
  for (const { shape, texts, heads } of statements) {
    const kind = /^\s*(?:prefer|strictly|require)\b/.exec(shape)?.[0].trim();
    const at = heads.findLastIndex((it) => it.shape.trim() === 'version');
    const wish = heads[at - 1];
    if (kind === undefined || !wish || !texts[0] || (found.has(wish) && kind !== 'prefer')) continue;
    found.set(wish, values.textOf(texts[0]));
  }
  return found;
}
