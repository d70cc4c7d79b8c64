import { entry, readToml, textEntry } from '../text/toml.ts';
import { elementsNamed, readXml } from '../text/xml.ts';
import { hostOf, isPrivate, placeOf, withoutSecrets } from './place.ts';
import type { Check, Remark } from './remark.ts';

/** Registries between which nobody chooses. */
interface Mixed {
  /** A sentence, with the registries filled in behind it. */
  readonly why: string;
  readonly urls: readonly string[];
  /** Units: offset of the words that say so. */
  readonly at: number;
  readonly advice: string;
}

interface Settings {
  readonly files: RegExp;
  /** Names for the walk; `files` decides. */
  readonly names: readonly string[];
  readonly docs: string;
  readonly read: (text: string) => Mixed | undefined;
}

const settings: readonly Settings[] = [
  {
    files: /(?:^|\/)(?:[^/]*requirements[^/]*\.(?:txt|in)|requirements\/[^/]+\.(?:txt|in))$/,
    names: [],
    docs: 'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url',
    read: (text) => extraIndexes(text, /^\s{0,20}--extra-index-url[= ]\s{0,20}(\S{1,1000})/gm),
  },
  {
    files: /(?:^|\/)pip\.(?:conf|ini)$/,
    names: ['pip.conf', 'pip.ini'],
    docs: 'https://pip.pypa.io/en/stable/topics/configuration/',
    read: (text) => extraIndexes(text, /^extra-index-url\s{0,20}=\s{0,20}(\S{1,1000})/gm),
  },
  {
    files: /(?:^|\/)(?:pyproject|uv)\.toml$/,
    names: ['uv.toml'],
    docs: 'https://docs.astral.sh/uv/concepts/indexes/, https://python-poetry.org/docs/repositories/',
    read: fromPython,
  },
  {
    files: /(?:^|\/)nuget\.config$/i,
    names: [
      'NuGet.config',
      'NuGet.Config',
      'nuget.config',
      'nuget.Config',
      'Nuget.config',
      'Nuget.Config',
      'NUGET.CONFIG',
    ],
    docs: 'https://learn.microsoft.com/nuget/consume-packages/package-source-mapping',
    read: fromNuget,
  },
  {
    files: /(?:^|\/)(?:Gemfile|gems\.rb)$/,
    names: [],
    docs: 'https://bundler.io/man/gemfile.5.html#SOURCE-PRIORITY',
    read: fromGemfile,
  },
];

export const registryFiles: readonly string[] = settings.flatMap((it) => it.names);

/** Settings that let several registries answer for one name. */
export const mixedRegistries: Check = function* ({ texts }): Iterable<Remark> {
  for (const path of texts.paths) {
    const of = settings.find((it) => it.files.test(path));
    const text = of && texts.text(path);
    const mixed = text === undefined ? undefined : of?.read(text);
    if (!mixed || text === undefined) continue;
    const shown = mixed.urls.map(withoutSecrets);
    const isKnownPrivate = mixed.urls.some((it) => looksPrivate(it));
    yield {
      rule: 'dependency-confusion',
      message: `${mixed.why}: ${shown.slice(0, 5).join(', ')}. Whoever registers the name of a library that only one of them has in another, with a higher version, has their code installed.`,
      location: placeOf(path, text, mixed.at, lineEnd(text, mixed.at)),
      subject: shown.join(' '),
      advice: mixed.advice,
      // That of a public collection of builds is no secret, though names in it can be taken as well.
      severity: isKnownPrivate ? 'medium' : 'low',
    };
  }
};

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** With a name and a password, a value that is filled in, or in the own network. */
function looksPrivate(url: string): boolean {
  const host = hostOf(url);
  return /\/\/[^/@\s]{1,300}@|\$\{|\$\w|%\w+%/.test(url) || (host !== undefined && isPrivate(host));
}

function extraIndexes(text: string, pattern: RegExp): Mixed | undefined {
  const found = [...text.matchAll(pattern)];
  const [first] = found;
  if (!first) return undefined;
  return {
    why: 'pip asks every index for every name and takes the highest version, with an extra index',
    urls: found.map((it) => it[1]!),
    at: first.index + first[0].search(/\S/),
    advice:
      'Ask one index alone (--index-url) that passes the public one on, or pin every library with its hash (--require-hashes).',
  };
}

/** uv asks the indexes in order and takes the first that has the name, unless it is told not to. */
function fromPython(text: string): Mixed | undefined {
  if (!/index-strategy|tool\.poetry\.source|tool\.pdm\.source/.test(text)) return undefined;
  const root = readToml(text).value;
  const tools = entry(root, 'tool');
  const uv = entry(tools, 'uv') ?? root;
  const strategy = textEntry(uv, 'index-strategy') ?? textEntry(entry(uv, 'pip'), 'index-strategy') ?? '';
  if (strategy.startsWith('unsafe-')) {
    const urls = listOf(entry(uv, 'index')).flatMap((it) => textEntry(it, 'url') ?? []);
    const advice = 'Leave index-strategy as it is, and name the index of private libraries in [tool.uv.sources].';
    return {
      why: `uv compares the versions of all indexes (${strategy})`,
      urls,
      at: text.indexOf('index-strategy'),
      advice,
    };
  }
  return fromPoetry(text, listOf(entry(entry(tools, 'poetry'), 'source'))) ?? fromPdm(text, entry(tools, 'pdm'));
}

/** Poetry asks all primary sources; a supplemental one only for names that no primary has, and PyPI is one by default. */
function fromPoetry(text: string, sources: readonly unknown[]): Mixed | undefined {
  const having = (...wanted: readonly string[]): readonly unknown[] =>
    sources.filter((it) =>
      wanted.includes(
        textEntry(it, 'priority') ??
          (entry(it, 'default') === true ? 'default' : entry(it, 'secondary') === true ? 'secondary' : 'primary'),
      ),
    );
  const primary = having('primary', 'default');
  const further = having('supplemental', 'secondary');
  const isPinned = /\bsource\s*=\s*["']/.test(text);
  if (isPinned || primary.length + further.length < 2 - Number(further.length > 0)) return undefined;
  const advice = 'Give private sources the priority "explicit", and name the source of each private library.';
  const urls = [...primary, ...further].map((it) => textEntry(it, 'url') ?? textEntry(it, 'name') ?? '');
  return {
    why: 'Poetry asks several sources for every name',
    urls,
    at: text.indexOf('[[tool.poetry.source]]'),
    advice,
  };
}

function fromPdm(text: string, pdm: unknown): Mixed | undefined {
  const sources = listOf(entry(pdm, 'source'));
  const isOrdered = entry(entry(pdm, 'resolution'), 'respect-source-order') === true;
  const isMapped = sources.some((it) => entry(it, 'include_packages') !== undefined);
  if (sources.length === 0 || isOrdered || isMapped) return undefined;
  const advice = 'Say with include_packages which libraries a source has, or set respect-source-order.';
  const urls = sources.flatMap((it) => textEntry(it, 'url') ?? []);
  return { why: 'PDM asks every source for every name', urls, at: text.indexOf('[[tool.pdm.source]]'), advice };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]).slice(0, 100) : [];
}

function fromNuget(text: string): Mixed | undefined {
  const { root } = readXml(text);
  const [list] = elementsNamed(root, 'packageSources');
  const off = new Set(
    elementsNamed(elementsNamed(root, 'disabledPackageSources')[0], 'add').map((it) => it.attributes.get('key')),
  );
  const sources = elementsNamed(list, 'add').filter((it) => !off.has(it.attributes.get('key')));
  if (!list || sources.length < 2 || elementsNamed(root, 'packageSourceMapping').length > 0) return undefined;
  return {
    why: 'NuGet asks several sources for every name, and takes what answers first',
    urls: sources.map((it) => it.attributes.get('value') ?? ''),
    at: text.indexOf('<packageSources'),
    advice: 'Say with packageSourceMapping which libraries come from which source.',
  };
}

/** Sources with a block hold for what stands in it. */
function fromGemfile(text: string): Mixed | undefined {
  const found = [...text.matchAll(/^source[ (]\s{0,20}["']([^"'\n]{1,500})["']\)?\s{0,20}(?:#[^\n]{0,500})?$/gm)];
  const [first] = found;
  if (!first || new Set(found.map((it) => it[1])).size < 2) return undefined;
  return {
    why: 'Bundler asks several global sources for every name',
    urls: found.map((it) => it[1]!),
    at: found[1]!.index,
    advice: 'Put the libraries of all sources but one into `source "…" do … end`.',
  };
}
