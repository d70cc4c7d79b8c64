/**
 * How far the project's own code leads to its vulnerable libraries: declared → imported → vulnerable part used → called
 * from where code begins to run. What is not seen is not known, never unreachable; that a library is not imported is
 * said only of one that the project itself asks for, when all code that could import it was read.
 */
import { isTestFile, type Evidence, type FileLinks, type Finding, type Location, type Package } from '@plumbline/core';
import { reachedRisk } from '../advisories/risk.ts';
import { folderOf, textsOf, type ProjectFiles } from '../project.ts';
import { graphOf, type Graph, type LibraryUse, type Way } from './graph.ts';
import { importsOf, type Below, type Imports, type Seen } from './imports.ts';
import { namingOf, type Naming } from './naming.ts';
import { ownFiles, type CodeFile } from './own.ts';
import { scriptNames } from './script-names.ts';
import { isOf, pathsOf, plainPath, symbolsOf, type SymbolRow } from './symbols.ts';

/** The code of a project, as far as it was read. */
export interface ProjectCode {
  readonly files: readonly { readonly path: string; readonly links: readonly FileLinks[] }[];
  /** For the settings that say how files import each other. */
  readonly project: ProjectFiles;
  /** Whether all code below a folder was read that could use packages named this way. */
  readonly isWhole: (folder: string, language: string, beside: RegExp | undefined) => boolean;
}

/** The findings in libraries with what the code says of them; others as they are. */
export function withReach(
  findings: readonly Finding[],
  packages: readonly Package[],
  code: ProjectCode,
  rows: readonly SymbolRow[],
): readonly Finding[] {
  if (!findings.some((it) => it.kind === 'library')) return findings;
  const files = code.files.flatMap(({ path, links }) => links.map((it): CodeFile => ({ path, links: it })));
  const own = ownFiles(files, scriptNames(textsOf(code.project)));
  const graph = graphOf(files, own);
  const knowledge = {
    graph,
    code,
    files,
    imports: importsOf(packages, files, own),
    symbols: symbolsOf(rows),
    byId: new Map(packages.map((it) => [it.id, it])),
    uses: usesByLanguage(graph),
  };
  return findings.map((it) => (it.kind === 'library' ? judged(it, knowledge) : it));
}

interface Knowing {
  readonly graph: Graph;
  readonly code: ProjectCode;
  readonly imports: Imports;
  readonly files: readonly CodeFile[];
  readonly symbols: ReturnType<typeof symbolsOf>;
  readonly byId: ReadonlyMap<string, Package>;
  readonly uses: ReadonlyMap<string, readonly Used[]>;
}

/** A use with the access paths that it may be. */
interface Used {
  readonly use: LibraryUse;
  readonly paths: readonly string[];
}

function judged(finding: Finding, knowing: Knowing): Finding {
  const found = knowing.byId.get(finding.package?.id ?? '');
  const naming = found && namingOf(found.ecosystem);
  if (!found || !naming || !finding.package) return finding;
  const symbols = knowing.symbols(finding, found.ecosystem, found.name);
  const evidence = evidenceOf(found, naming, symbols, knowing);
  const known = symbols.length > 0 ? { ...finding, package: { ...finding.package, symbols: [...symbols] } } : finding;
  if (!evidence) return known;
  const all = [...finding.evidence, evidence];
  return { ...known, evidence: all, ...(finding.risk && { risk: reachedRisk(finding.risk, all) }) };
}

function evidenceOf(
  found: Package,
  naming: Naming,
  symbols: readonly string[],
  knowing: Knowing,
): Evidence | undefined {
  const used = symbols.length > 0 ? bestUse(found, naming, symbols, knowing) : undefined;
  if (used) return usedEvidence(used);
  const seen = found.name === 'stdlib' ? standardImports(symbols, found, knowing) : knowing.imports.of(found);
  const [first] = seen.toSorted((a, b) => Number(isTestFile(a.location.file)) - Number(isTestFile(b.location.file)));
  if (first) return importedEvidence(found, first, symbols);
  return unimported(found, naming, knowing);
}

/** Go's standard library is imported where a package with a vulnerable part is. */
function standardImports(symbols: readonly string[], found: Package, { files, imports }: Knowing): readonly Seen[] {
  const wanted = new Set(symbols.map((it) => it.replace(/^((?:[^/]*\/)*[^/.]*)\..*$/, '$1')));
  return files
    .filter((it) => it.links.language === 'go' && imports.governs(found, it.path))
    .flatMap(({ path, links }) => links.imports.map((it) => ({ ...it, file: path })))
    .filter((it) => wanted.has(it.module))
    .map(({ file, start, end }) => ({ location: { file, start, end } }));
}

interface Best {
  readonly use: LibraryUse;
  readonly path: string;
  readonly way: Way;
}

/** Uses that are looked at for a way. */
const mostUses = 200;

function bestUse(found: Package, naming: Naming, symbols: readonly string[], knowing: Knowing): Best | undefined {
  const candidates: Best[] = [];
  for (const { use, paths } of knowing.uses.get(naming.language) ?? []) {
    const path = paths.find((it) => symbols.some((symbol) => isOf(it, symbol)));
    if (path === undefined || !knowing.imports.governs(found, use.file.path)) continue;
    if (candidates.length >= mostUses) break;
    candidates.push({ use, path, way: knowing.graph.wayTo(use) });
  }
  return candidates.toSorted((a, b) => worth(b) - worth(a))[0];
}

/** Code of the program before that of its tests, known ways before others, what runs by itself before what others call. */
function worth({ use, way }: Best): number {
  const known = way.steps.length === 0 ? 0 : way.from === 'exported' ? 1 : 2;
  return (isTestFile(use.file.path) ? 0 : 100) + known * 10 - Math.min(way.steps.length, 9);
}

const begins = {
  main: 'runs when the program or the file starts',
  handler: 'is handed to or marked for a framework',
  exported: 'can be called by other code',
} as const;

function usedEvidence({ use, path, way }: Best): Evidence {
  const location: Location = { file: use.file.path, ...use.at };
  const inside = nameOf(use.file, use.function);
  const steps = way.steps.map((it) => ({ function: nameOf(it.file, it.function), location: placeOf(it) }));
  const test = isTestFile(use.file.path);
  const isCalled = steps.length > 0 && !test;
  const start = way.from === undefined ? '' : ` \`${steps[0]!.function}\` ${begins[way.from]}.`;
  const length = steps.length > 1 ? ` A way of ${steps.length} functions leads there.` : '';
  return {
    is: 'reached',
    rung: isCalled ? 'called' : 'used',
    message: test
      ? `\`${path}\`, which is vulnerable, is used in tests: in \`${inside}\`.`
      : `\`${path}\`, which is vulnerable, is used in \`${inside}\`.${isCalled ? length + start : ' No way of calls to it is known.'}`,
    location,
    symbol: path,
    path: isCalled ? steps : [],
  };
}

function nameOf({ path, links }: CodeFile, index: number): string {
  return links.functions[index]?.name || path.slice(path.lastIndexOf('/') + 1);
}

function placeOf({ file, function: index }: { readonly file: CodeFile; readonly function: number }): Location {
  const line = file.links.functions[index]?.line ?? 1;
  return { file: file.path, start: { line, column: 1 }, end: { line, column: 1 } };
}

function importedEvidence({ name }: Package, { location }: Seen, symbols: readonly string[]): Evidence {
  const tests = isTestFile(location.file) ? ', in tests alone' : '';
  const parts = symbols.length === 1 ? '1 vulnerable part' : `${symbols.length} vulnerable parts`;
  const more = symbols.length === 0 ? 'which part of it is vulnerable is not known' : `no use of its ${parts} was seen`;
  return {
    is: 'reached',
    rung: 'imported',
    message: `${name === 'stdlib' ? "A package of Go's standard library" : `\`${name}\``} is imported${tests}; ${more}.`,
    location,
    path: [],
  };
}

/** Only of packages that the project asks for: what others bring is used by them, and their code was not read. */
function unimported(found: Package, naming: Naming, { imports, code }: Knowing): Evidence | undefined {
  const folder = folderOf(found.location.file);
  const { sure, silent = false, names } = naming.modules(found);
  if (!found.direct || silent || names.length === 0) return undefined;
  if (!code.isWhole(folder, naming.language, naming.beside)) return undefined;
  const state = imports.below(found);
  if (!isComplete(state) || (!sure && state.unexplained) || names.some((it) => state.names.has(it))) return undefined;
  return {
    is: 'unimported',
    message: `None of ${state.files} ${naming.language} ${state.files === 1 ? 'file' : 'files'} imports \`${found.name}\`.`,
    files: state.files,
  };
}

function isComplete({ files, dynamic, partial }: Below): boolean {
  return files > 0 && !dynamic && !partial;
}

function usesByLanguage({ uses }: Graph): ReadonlyMap<string, readonly Used[]> {
  const groups = new Map<string, Used[]>();
  for (const use of uses) {
    const { language } = use.file.links;
    const list = groups.get(language) ?? [];
    groups.set(language, list);
    list.push({ use, paths: use.module === '' ? unboundPaths(use) : pathsOf(language, use.module, use.symbol) });
  }
  return groups;
}

/** A name that nothing in the file binds: whole, or of a package whose names are all visible. */
function unboundPaths({ file, symbol }: LibraryUse): readonly string[] {
  const opened = file.links.imports.filter((it) => it.all).map((it) => `${it.module}.`);
  return ['', ...opened].map((it) => plainPath(it + symbol));
}
