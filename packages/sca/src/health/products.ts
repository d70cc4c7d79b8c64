import type { Package } from '@plumbline/core';
import { cycleFor, type Cycle, type Lifecycle, type Lifecycles } from './lifecycles.ts';

/** A release of a product that a package is, or brings with it. */
export interface Product {
  readonly lifecycle: Lifecycle;
  readonly cycle: Cycle;
  /** `runs` what other things run on: its end is the end of fixes for all of them. */
  readonly is: 'runtime' | 'system' | 'library';
}

/** Names of tools and images under which endoflife.date does not have them. */
const otherNames: Readonly<Record<string, string>> = {
  'dotnet-core': 'dotnet',
  'dotnet-sdk': 'dotnet',
  aspnetcore: 'dotnet',
  java: 'eclipse-temurin',
  jdk: 'eclipse-temurin',
  openjdk: 'eclipse-temurin',
  httpd: 'apache-http-server',
  mongo: 'mongodb',
  rockylinux: 'rocky-linux',
  rocky: 'rocky-linux',
  amazonlinux: 'amazon-linux',
  amzn: 'amazon-linux',
  oraclelinux: 'oracle-linux',
  ol: 'oracle-linux',
  'opensuse-leap': 'opensuse',
  photon: 'vmware-photon',
};

/** Releases of these live for weeks: everything that is pinned is old, and nobody would be helped. */
const shortLived = new Set(['rust']);

/** Whose packages get fixes from their distribution, whatever their makers say. */
const ofSystems = new Set(['deb', 'rpm', 'apk', 'alpm', 'opkg', 'portage', 'snap', 'flatpak', 'bitnami', 'conda']);

/** What products a package stands for; none for most. */
export function productsOf(found: Package, lifecycles: Lifecycles): readonly Product[] {
  if (found.ecosystem === 'docker') return imageProducts(found, lifecycles);
  if (found.ecosystem === 'generic') return tool(found, lifecycles);
  if (found.version === '' || found.origin !== 'registry' || ofSystems.has(found.ecosystem)) return [];
  if (found.ecosystem === 'golang' && found.name === 'stdlib') {
    return release(lifecycles.named('go'), found.version, 'runtime');
  }
  return release(lifecycles.ofPackage(found.ecosystem, found.name), found.version, 'library');
}

/** The system that a package of a distribution belongs to. Shape: `debian:12`. */
export function systemOf(distribution: string, lifecycles: Lifecycles): readonly Product[] {
  const [id = '', version = ''] = distribution.toLowerCase().split(':');
  return release(nameable(lifecycles, id), version, 'system');
}

function release(lifecycle: Lifecycle | undefined, version: string, is: Product['is']): readonly Product[] {
  const cycle = lifecycle && !shortLived.has(lifecycle.name) ? cycleFor(lifecycle, version) : undefined;
  return lifecycle && cycle ? [{ lifecycle, cycle, is }] : [];
}

function nameable(lifecycles: Lifecycles, name: string): Lifecycle | undefined {
  return lifecycles.named(otherNames[name] ?? name);
}

/** Tools of version managers. Java was called 1.8 until it was 9. */
function tool({ name, version }: Package, lifecycles: Lifecycles): readonly Product[] {
  const lifecycle = nameable(lifecycles, name.toLowerCase()) ?? lifecycles.ofPackage('generic', name);
  const written = lifecycle?.name === 'eclipse-temurin' ? version.replace(/^1\.(?=[5-8]\b)/, '') : version;
  return release(lifecycle, written, lifecycle && isSystem(lifecycle) ? 'system' : 'runtime');
}

function isSystem({ category }: Lifecycle): boolean {
  return category === 'os';
}

const hub =
  /^(?:(?:docker\.io|index\.docker\.io|registry\.hub\.docker\.com|public\.ecr\.aws\/docker)\/)?(?:library\/)?/;

/** What an image is, and the system that it says it is built on: `node:14-buster`. */
function imageProducts({ name, version, requested }: Package, lifecycles: Lifecycles): readonly Product[] {
  // A digest says nothing; the tag before it does.
  const tag = (version.includes(':') ? (requested ?? '') : version).toLowerCase();
  const [first = '', ...variants] = tag.split('-');
  const lifecycle = imageOf(name.toLowerCase(), lifecycles);
  const is = lifecycle && isSystem(lifecycle) ? 'system' : 'runtime';
  const isVersioned = first !== 'latest' && first !== '';
  const own = isVersioned ? [tag, first].map((it) => release(lifecycle, it, is)).find((it) => it.length > 0) : [];
  const base = variants.map((it) => baseOf(it, lifecycles)).find((it) => it.length > 0);
  return [...(own ?? []), ...(is === 'system' ? [] : (base ?? []))];
}

function imageOf(name: string, lifecycles: Lifecycles): Lifecycle | undefined {
  if (name.startsWith('mcr.microsoft.com/dotnet/')) return lifecycles.named('dotnet');
  const short = name.replace(hub, '');
  const known = lifecycles.ofPackage('docker', short.includes('/') ? short : `library/${short}`);
  // Only the official images are called as the product is.
  return known ?? (short.includes('/') ? undefined : nameable(lifecycles, short));
}

/** `buster`, `jammy`, `alpine3.12` */
function baseOf(variant: string, lifecycles: Lifecycles): readonly Product[] {
  const [, alpine] = /^alpine(\d+\.\d+)/.exec(variant) ?? [];
  if (alpine !== undefined) return systemOf(`alpine:${alpine}`, lifecycles);
  if (!/^[a-z]{4,20}$/.test(variant)) return [];
  return ['debian', 'ubuntu'].flatMap((id) => {
    const lifecycle = lifecycles.named(id);
    const cycle = lifecycle?.cycles.find((it) => it.codename === variant);
    return lifecycle && cycle ? [{ lifecycle, cycle, is: 'system' as const }] : [];
  });
}
