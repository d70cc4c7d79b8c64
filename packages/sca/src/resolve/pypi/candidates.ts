import { satisfiesPep440 } from '../../versions/pep440-specifier.ts';
import { pep440, readPythonVersion } from '../../versions/pep440.ts';
import { isInstallable, type PythonEnvironment } from './environment.ts';
import type { PythonRelease } from './release.ts';

/** The releases that can be installed here, newest first. */
export function installable(
  releases: readonly PythonRelease[],
  environment: PythonEnvironment,
): readonly PythonRelease[] {
  return releases
    .filter(
      (it) => readPythonVersion(it.version) !== undefined && it.files.some((file) => isInstallable(file, environment)),
    )
    .toSorted((a, b) => pep440.compare(b.version, a.version));
}

/**
 * The releases that all specifiers let in, in their order. Pre-releases are only there when a specifier names one, or when
 * nothing else fits; what was taken back only when a specifier names that very version.
 *
 * Source: https://packaging.python.org/en/latest/specifications/version-specifiers/#handling-of-pre-releases, PEP 592
 */
export function admitted(releases: readonly PythonRelease[], specifiers: readonly string[]): readonly PythonRelease[] {
  const parts = specifiers
    .flatMap((it) => it.split(','))
    .map((it) => it.trim())
    .filter((it) => it !== '');
  const all = parts.join(',');
  const fitting = releases.filter((it) => isAdmitted(it, all, parts));
  if (parts.some(namesPrerelease)) return fitting;
  const final = fitting.filter((it) => !isPrerelease(it.version));
  return final.length > 0 ? final : fitting;
}

function isAdmitted({ version, yanked }: PythonRelease, specifiers: string, parts: readonly string[]): boolean {
  if (satisfiesPep440(version, specifiers) !== true) return false;
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
