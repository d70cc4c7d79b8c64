import type { PythonFile } from './release.ts';
import { satisfiesPep440 } from '../../versions/pep440-specifier.ts';

/** What is installed for: CPython on 64-bit Linux, as servers and containers have it. */
export interface PythonEnvironment {
  /** Shape: `3.12.4`. */
  readonly version: string;
  /** Values of markers, but for `extra`. */
  readonly markers: Readonly<Record<string, string>>;
}

/** What is resolved for when nobody says which. */
const usualPython = '3.12';

/** Source: https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers */
export function pythonEnvironment(said: string = usualPython): PythonEnvironment {
  const version = /^\d+\.\d+$/.test(said) ? `${said}.0` : said;
  const short = version.split('.').slice(0, 2).join('.');
  return {
    version,
    markers: {
      implementation_name: 'cpython',
      implementation_version: version,
      os_name: 'posix',
      platform_machine: 'x86_64',
      platform_python_implementation: 'CPython',
      platform_release: '',
      platform_system: 'Linux',
      platform_version: '',
      python_full_version: version,
      python_version: short,
      sys_platform: 'linux',
    },
  };
}

/** Whether a file can be installed here: what its name and its index say of it. */
export function isInstallable({ name, requiresPython }: PythonFile, { version }: PythonEnvironment): boolean {
  if (requiresPython !== undefined && satisfiesPep440(version, requiresPython) === false) return false;
  const tags = /-(?<python>[^-]+)-(?<abi>[^-]+)-(?<platform>[^-]+)\.whl$/.exec(name)?.groups;
  if (!tags) return /\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz)$/.test(name);
  const { python = '', abi = '', platform = '' } = tags;
  const isPlatform = platform
    .split('.')
    .some((it) => it === 'any' || /^(?:many)?linux(?:1|2010|2014|_\d+_\d+)?_x86_64$/.test(it));
  return isPlatform && isForPython(python.split('.'), abi.split('.'), version);
}

function isForPython(pythons: readonly string[], abis: readonly string[], version: string): boolean {
  const [major = '3', minor = '0'] = version.split('.');
  const own = `cp${major}${minor}`;
  return pythons.some((it) => {
    if (it === `py${major}` || it === `py${major}${minor}`) return abis.includes('none');
    if (it === own) return abis.some((abi) => [own, `${own}m`, 'abi3', 'none'].includes(abi));
    const [, olderMajor, olderMinor] = /^(?:cp|py)(\d)(\d+)$/.exec(it) ?? [];
    const isOlder = olderMajor === major && Number(olderMinor) < Number(minor);
    return isOlder && (it.startsWith('py') ? abis.includes('none') : abis.includes('abi3'));
  });
}
