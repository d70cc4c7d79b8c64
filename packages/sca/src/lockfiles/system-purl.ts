/** The package URLs of operating systems' packages, both ways: their qualifiers tell what registries need not tell. */
import { packageUrl, purlOf, writePackageUrl, type Ecosystem, type Package, type PackageUrl } from '@plumbline/core';
import { distributionId, releaseNumber } from './os-release.ts';
import type { Installed } from './system-packages.ts';

/** Whose packages a system's are, where that is not its id. */
const vendors: Readonly<Record<string, string>> = {
  rhel: 'redhat',
  'opensuse-leap': 'opensuse',
  'opensuse-tumbleweed': 'opensuse',
  sles: 'suse',
};

/** Source: https://github.com/package-url/purl-spec/tree/main/types, and its list of known qualifiers */
export function systemPurl(ecosystem: Ecosystem, installed: Installed, distribution = ''): string {
  const { name, version, architecture = '', builtFrom } = installed;
  const id = distribution.split(':')[0]!;
  const [epoch, bare] = ecosystem === 'rpm' ? epochOf(version) : ['', version];
  const url = packageUrl({
    type: ecosystem,
    name,
    version: bare,
    namespace: Object.hasOwn(vendors, id) ? vendors[id]! : id,
    qualifiers: {
      arch: architecture,
      distro: distribution.replace(':', '-'),
      epoch,
      upstream: upstreamOf(ecosystem, version, builtFrom),
    },
  });
  return url ? writePackageUrl(url) : purlOf(ecosystem, name, version);
}

function epochOf(version: string): readonly [epoch: string, rest: string] {
  const [, epoch = '', rest = version] = /^(\d+):(.*)$/.exec(version) ?? [];
  return [epoch, rest];
}

function upstreamOf(ecosystem: Ecosystem, version: string, builtFrom: Package['builtFrom']): string {
  if (!builtFrom) return '';
  if (ecosystem === 'rpm') return `${builtFrom.name}-${builtFrom.version.replace(/^\d+:/, '')}.src.rpm`;
  return builtFrom.version === version ? builtFrom.name : `${builtFrom.name}@${builtFrom.version}`;
}

/** What the package URL of a system's package says of it; undefined for those of registries. */
export function systemPackage(
  url: PackageUrl,
  version: string,
): Pick<Package, 'distribution' | 'builtFrom'> | undefined {
  if (!systemTypes.includes(url.type)) return undefined;
  const distribution = distributionOf(url);
  const builtFrom = sourceIn(url, systemVersion(url) ?? version);
  return { ...(distribution !== undefined && { distribution }), ...(builtFrom && { builtFrom }) };
}

const systemTypes: readonly string[] = ['deb', 'apk', 'rpm', 'alpm', 'opkg', 'portage'];

/** A package's version, with its epoch where that is a qualifier. */
export function systemVersion({ type, version, qualifiers }: PackageUrl): string | undefined {
  const { epoch = '' } = qualifiers;
  const isBare = version !== undefined && !/^\d+:/.test(version);
  return type === 'rpm' && isBare && /^[1-9]\d*$/.test(epoch) ? `${epoch}:${version}` : version;
}

/** `upstream=glibc`, `upstream=glibc@2.36`; of RPM the name of the source package's file. */
function sourceIn({ type, name, qualifiers }: PackageUrl, version: string): Package['builtFrom'] {
  const { upstream = '' } = qualifiers;
  if (type === 'rpm') return rpmSource(upstream, name, epochOf(version)[0]);
  const [, source = '', own = version] = /^([^@]+)(?:@(.+))?$/.exec(upstream) ?? [];
  return source === '' || (source === name && own === version) ? undefined : { name: source, version: own };
}

/** `bash-5.1.8-6.el9.src.rpm`: the name, the version and the release of the source. It has the epoch of what it became. */
export function rpmSource(file: string, name: string, epoch: string): Package['builtFrom'] {
  const found = /^(?<name>.+)-(?<version>[^-]+-[^-]+)\.(?:no)?src\.rpm$/.exec(file)?.groups;
  if (!found || found['name'] === name) return undefined;
  return { name: found['name']!, version: `${epoch === '' ? '' : `${epoch}:`}${found['version']!}` };
}

/**
 * Whose build of an operating system's package it is: `distro=debian-12` is `debian:12`, and so is `distro=bookworm` of
 * Debian.
 */
function distributionOf({ namespace, qualifiers }: PackageUrl): string | undefined {
  const { distro = '' } = qualifiers;
  const [, named, release] = /^([a-z][a-z_.-]*?)(?:-?(\d[\w.-]*))?$/.exec(distro.toLowerCase()) ?? [];
  if (release === undefined && namespace !== undefined && named !== undefined && named !== namespace) {
    const number = releaseNumber(namespace, named);
    if (number !== undefined) return `${namespace}:${number}`;
  }
  const id = named ?? namespace;
  if (id === undefined) return undefined;
  return release === undefined ? distributionId(id) : `${distributionId(id)}:${release}`;
}
