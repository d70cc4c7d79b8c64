import { readCatalogue } from './catalogue/catalogue.ts';
import { readConfiguration } from './configuration.ts';
import { Findings } from './findings/findings.ts';
import type { Attach } from './hooks/attach.ts';
import { hookCommonJs } from './hooks/commonjs.ts';
import { Libraries } from './hooks/libraries.ts';
import { hookModules, mayBeModule } from './hooks/modules.ts';
import { isFollowed, transform } from './hooks/transform.ts';
import { executedNow, executedWatch } from './packages/executed.ts';
import { LoadedPackages } from './packages/loaded.ts';
import { openReports } from './report/reports.ts';
import { remember } from './rewrite/registry.ts';
import type { Format } from './rewrite/parse.ts';
import { kindsOf } from './sinks/kinds.ts';
import { sourceWatch, watchOf, type Surroundings } from './sinks/watches.ts';
import { watchCode } from './sinks/code.ts';
import { made, watchAddresses } from './sources/addresses.ts';
import { followBodies, followRequests } from './sources/http.ts';
import { watchSource } from './sources/members.ts';
import { install } from './taint/install.ts';
import { addLiterals } from './taint/literals.ts';

const once = Symbol.for('plumbline.node');

/** Starts the agent in this thread, once. Errors: none; if it cannot start, it says so and stays away. */
export function start(version: string, catalogueFile: URL): void {
  if (once in globalThis || process.env.PLUMB_OFF === '1') return;
  Object.defineProperty(globalThis, once, { value: version });
  try {
    run(version, catalogueFile);
  } catch (error) {
    process.stderr.write(`plumbline: not started: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function run(version: string, catalogueFile: URL): void {
  const configuration = readConfiguration(process.env, process.argv[1]);
  const { rows, ruleOf } = readCatalogue(catalogueFile);
  const packages = new LoadedPackages(configuration.root);
  const findings: Findings = new Findings(configuration, (it) => tell(it));
  const { project, service, environment } = configuration;
  const tell = openReports({
    ...configuration,
    service: {
      name: service,
      project,
      ...(environment !== undefined && { environment }),
      ...(configuration.version !== undefined && { version: configuration.version }),
      runtime: `node ${process.versions.node}`,
      agent: version,
    },
    repeated: () => findings.takeRepeated(),
    packages: () => packages.takeNew(),
  });
  const around: Surroundings = { kinds: kindsOf(rows.kinds), ruleOf, report: (hit) => findings.add(hit) };
  const attach: Attach = {
    rows,
    watchOf(row, file) {
      if (row.is !== 'vulnerable') return watchOf(row, around);
      return file === undefined
        ? undefined
        : executedWatch(row, (it) => packages.executed(file, executedNow(it, configuration.root)));
    },
    source: (holder, name) => watchSource(holder, name, sourceWatch),
  };
  const libraries = new Libraries(attach, configuration.aliases);
  install({ ...watchCode(rows, around), made });
  watchAddresses();
  followRequests();
  followBodies();
  libraries.watchBuiltins();
  hook(libraries, packages, mayBeModule(process.argv[1]));
}

function hook(libraries: Libraries, packages: LoadedPackages, hasModules: boolean): void {
  const before = (text: string, file: string, formats: readonly Format[]): string => {
    packages.note(file);
    libraries.mentionedIn(text);
    if (isFollowed(file) && /\bimport\s*\(/.test(text)) modules.expect();
    const rewritten = transform(text, file, formats);
    if (!rewritten) return text;
    remember(file, rewritten.columns);
    addLiterals(rewritten.literals);
    return rewritten.code ?? text;
  };
  hookCommonJs({ before, after: (file, exported) => libraries.loaded(file, exported) });
  const modules = hookModules({
    before: (text, file) => before(text, file, ['module']),
    loaded({ file, columns, literals }) {
      packages.note(file);
      remember(file, columns);
      addLiterals(literals);
    },
  });
  if (hasModules) modules.expect();
}
