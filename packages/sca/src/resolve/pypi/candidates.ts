import { satisfiesPep440 } from '../../versions/pep440-specifier.ts';
import { pep440, readPythonVersion } from '../../versions/pep440.ts';
import { remembered as rememberedText } from '../../versions/scheme.ts';
import { isInstallable, type PythonEnvironment } from './environment.ts';
import type { PythonRelease } from './release.ts';

/** What was made of an index's answer, as long as the answer is there: every round asks for the same. */
const sorted = new WeakMap<readonly PythonRelease[], Map<string, readonly PythonRelease[]>>();
const filtered = new WeakMap<readonly PythonRelease[], Map<string, readonly PythonRelease[]>>();

/** The releases that can be installed here, newest first. */
export function installable(
  releases: readonly PythonRelease[],
  environment: PythonEnvironment,
): readonly PythonRelease[] {
  return remembered(sorted, releases, environment.version, () =>
    releases
      .filter(
        (it) =>
          readPythonVersion(it.version) !== undefined && it.files.some((file) => isInstallable(file, environment)),
      )
      .toSorted((a, b) => pep440.compare(b.version, a.version)),
  );
}

/**
 * The releases that all specifiers let in, in their order. Pre-releases are only there when a specifier names one, or when
 * there is no specifier and nothing else, as pip has it; what was taken back only when a specifier names that very version.
 *
 * Source: https://packaging.python.org/en/latest/specifications/version-specifiers/#handling-of-pre-releases, PEP 592
 */
export function admitted(releases: readonly PythonRelease[], specifiers: readonly string[]): readonly PythonRelease[] {
  const said = specifiers.flatMap((it) => it.split(',')).map((it) => it.trim());
  const parts = [...new Set(said)].filter((it) => it !== '').toSorted();
  return remembered(filtered, releases, parts.join(','), () => {
    const fitting = releases.filter((it) => isAdmitted(it, parts));
    if (parts.some(namesPrerelease)) return fitting;
    const final = fitting.filter((it) => !isPrerelease(it.version));
    return final.length > 0 || parts.length > 0 ? final : fitting;
  });
}

function remembered(
  memory: WeakMap<readonly PythonRelease[], Map<string, readonly PythonRelease[]>>,
  releases: readonly PythonRelease[],
  key: string,
  make: () => readonly PythonRelease[],
): readonly PythonRelease[] {
  const known = memory.get(releases) ?? new Map<string, readonly PythonRelease[]>();
  memory.set(releases, known);
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** Whether a version that was chosen is let in. */
export function isAdmittedVersion(version: string, specifier: string): boolean {
  return isMet(`${version} ${specifier}`);
}

const isMet = rememberedText((text) => {
  const at = text.indexOf(' ');
  return satisfiesPep440(text.slice(0, at), text.slice(at + 1)) === true;
}, 50_000);

function isAdmitted({ version, yanked }: PythonRelease, parts: readonly string[]): boolean {
  if (!parts.every((it) => isMet(`${version} ${it}`))) return false;
  return yanked !== true || parts.some((it) => /^={2,3}[^*]+$/.test(it));
}

function isPrerelease(version: string): boolean {
  const it = readPythonVersion(version);
  return it !== undefined && (it.pre !== undefined || it.dev !== undefined);
}

function namesPrerelease(specifier: string): boolean {
  const [, operator = '', bound = ''] = /^(===|~=|==|!=|<=|>=|<|>)\s*(.*?)(?:\.\*)?$/.exec(specifier) ?? [];
  return operator !== '!=' && isPrerelease(bound);
}
