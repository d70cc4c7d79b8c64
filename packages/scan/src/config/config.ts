import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { closed, UserError, type Value } from '@plumbline/core';
import type { LicencePolicy } from '@plumbline/sca';
import { Type } from 'typebox';
import Values from 'typebox/value';
import { LineCounter, parseDocument } from 'yaml';
import type { Ignore } from '../ignores/index.ts';
import { gitRootOf } from '../walk/git-folder.ts';
import { ignoresOf, IgnoresFile } from './ignores.ts';
import { licenceFault, licencePolicy, LicencesFile } from './licences.ts';
import { RulesFile, isOff, onOff, ruleSettings, type RulesConfig } from './rules.ts';
import { registriesConfig, RegistriesFile, type RegistriesConfig } from './registries.ts';
import { complaintOf, placeOf } from './complaint.ts';
import { databaseConfig, DatabaseFile, type DatabaseConfig } from './database.ts';

const configName = 'plumbline.yaml';

/** From which severity on findings make a scan fail; `none` never does. */
export const thresholds = ['critical', 'high', 'medium', 'low', 'none'] as const;
export type Threshold = (typeof thresholds)[number];

const text = Type.String({ minLength: 1 });
const texts = Type.Array(text);

/** What `plumbline.yaml` may say. Paths and patterns are relative to its folder. */
const ConfigFile = Type.Object(
  {
    project: Type.Optional(text),
    exclude: Type.Optional(texts),
    include: Type.Optional(texts),
    rules: Type.Optional(RulesFile),
    advisories: Type.Optional(texts),
    db: Type.Optional(DatabaseFile),
    registries: Type.Optional(RegistriesFile),
    exposure: Type.Optional(Type.Enum(['internet', 'internal'])),
    licenses: Type.Optional(LicencesFile),
    ignore: Type.Optional(IgnoresFile),
    vex: Type.Optional(texts),
    'fail-on': Type.Optional(Type.Enum([...thresholds])),
    'fail-unsure': Type.Optional(onOff),
    'fail-fixable': Type.Optional(onOff),
  },
  closed,
);
type ConfigFile = Value<typeof ConfigFile>;

/**
 * A project's settings.
 *
 * Shape: `folder` is absolute: the one that holds `plumbline.yaml`, or the scanned one; all paths here are absolute,
 *        patterns are as in a `.gitignore` in `folder`.
 */
export interface Config {
  readonly folder: string;
  readonly file?: string;
  readonly project?: string;
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly rules: RulesConfig;
  readonly advisories: readonly string[];
  readonly db: DatabaseConfig;
  readonly registries: RegistriesConfig;
  /** Who can reach the program when it runs. */
  readonly exposure?: 'internet' | 'internal';
  readonly licences: LicencePolicy;
  readonly ignores: readonly Omit<Ignore, 'folder' | 'file'>[];
  readonly vex: readonly string[];
  readonly failOn?: Threshold;
  /** Whether findings of low confidence fail a scan. */
  readonly failUnsure: boolean;
  /** Whether of vulnerable libraries those alone fail a scan that a newer version mends. */
  readonly failFixable: boolean;
}

/**
 * The settings for a scan of `root`: of the `plumbline.yaml` there, or in a folder above up to the git root.
 *
 * Errors: `config-invalid` with line and column.
 */
export function readConfig(root: string, cwd: string): Config {
  for (const folder of foldersUp(root)) {
    const file = join(folder, configName);
    const source = readIfThere(file);
    if (source === undefined) continue;
    const { said, lineAt } = parseConfig(source, relative(cwd, file) || configName);
    return settings(said, folder, { file, lineAt });
  }
  return settings({}, root);
}

function foldersUp(root: string): string[] {
  const last = gitRootOf(root) ?? root;
  const folders = [root];
  for (let at = root; at !== last;) folders.push((at = dirname(at)));
  return folders;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined; // expected: most folders have none
    }
    const message = `cannot be read (${error instanceof Error ? error.message : String(error)})`;
    throw new UserError('config-invalid', { file, line: 1, column: 1, message });
  }
}

/** Shape: `lineAt` = where the part at a path of keys stands. */
interface Parsed {
  readonly said: ConfigFile;
  readonly lineAt: (path: readonly (string | number)[]) => number;
}

function parseConfig(source: string, file: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const fail = (offset: number, message: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new UserError('config-invalid', { file, line: Math.max(1, line), column: Math.max(1, col), message });
  };
  const [broken] = document.errors;
  if (broken) return fail(broken.pos[0], broken.message);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    return fail(0, error instanceof Error ? error.message : String(error)); // expected: an alias without its anchor
  }
  if (!Values.Check(ConfigFile, value)) {
    const { path, message } = complaintOf(ConfigFile, value);
    return fail(placeOf(document, path), message);
  }
  const fault = licenceFault(value.licenses);
  if (fault) return fail(placeOf(document, fault.path), fault.message);
  return { said: value, lineAt: (path) => lines.linePos(placeOf(document, path)).line };
}

function settings(
  said: ConfigFile,
  folder: string,
  { file, lineAt = () => 1 }: { readonly file?: string; readonly lineAt?: Parsed['lineAt'] } = {},
): Config {
  const absolute = (paths: readonly string[] = []): string[] => paths.map((it) => join(folder, it));
  return {
    folder,
    ...(file === undefined ? {} : { file }),
    ...(said.project === undefined ? {} : { project: said.project }),
    exclude: said.exclude ?? [],
    include: said.include ?? [],
    rules: ruleSettings(said.rules ?? {}, folder),
    advisories: absolute(said.advisories),
    db: databaseConfig(said.db, folder),
    registries: registriesConfig(said.registries),
    ...(said.exposure === undefined ? {} : { exposure: said.exposure }),
    licences: licencePolicy(said.licenses),
    ignores: ignoresOf(said.ignore, (at) => lineAt(['ignore', at])),
    vex: absolute(said.vex),
    ...(said['fail-on'] === undefined ? {} : { failOn: said['fail-on'] }),
    failUnsure: !isOff(said['fail-unsure'] ?? 'off'),
    failFixable: !isOff(said['fail-fixable'] ?? 'off'),
  };
}
