import type { Package } from '@plumbline/core';
import type { ByteSource } from '../archives/byte-source.ts';
import type { Program } from '../archives/program.ts';
import { isProgram, programHead, programsIn } from '../archives/programs.ts';
import { packageIn, shownIn, type Contents, type Layer, type Opening } from './archive-layer.ts';
import { builtCrates, type BuiltCrate } from './cargo-auditable.ts';
import { goBuildInfo, type GoBuildInfo, type GoModule } from './go-build-info.ts';
import { assemblyIn, bundledDeps } from './dotnet-assembly.ts';
import { readInner } from './inner-manifests.ts';
import { maxNameLength } from './lockfile.ts';
import { nativeImageBill } from './native-image.ts';

/** The packages that were built into a program, where its linker or its build has written them. */
export function readProgram(source: ByteSource, layer: Layer, opening: Opening): Contents {
  const { inside } = layer;
  const { path, problems } = opening;
  if (!isProgram(source.read(0, programHead))) return { packages: [], itself: undefined, layers: [] };
  const packages: Package[] = [];
  for (const program of programsIn(source)) {
    const go = goBuildInfo(source, program);
    if (go) packages.push(...goPackages(go, inside, path));
    const rust = builtCrates(source, program);
    if (rust?.broken !== undefined) problems.add('program-damaged', `${shownIn(inside)}: ${rust.broken}.`);
    if (rust) packages.push(...cratePackages(rust.crates, inside, path));
    packages.push(...netPackages(source, program, { layer, opening }));
    const bill = nativeImageBill(source, program);
    if (bill !== undefined) packages.push(...readInner(bill, { name: 'META-INF/bom.json', layer, opening }));
  }
  return { packages, itself: undefined, layers: [] };
}

interface Place {
  readonly layer: Layer;
  readonly opening: Opening;
}

function netPackages(source: ByteSource, program: Program, { layer, opening }: Place): readonly Package[] {
  const deps = bundledDeps(source, program);
  const name = `${layer.name.replace(/\.exe$/i, '')}.deps.json`;
  if (deps !== undefined) return readInner(deps, { name, layer, opening });
  const assembly = layer.isListed ? undefined : assemblyIn(source, program);
  const { inside } = layer;
  return assembly ? [packageIn(opening.path, { ecosystem: 'nuget', ...assembly, inside, guessed: true })] : [];
}

/** The program's own module needs all others: which of them asks for which, it does not say. */
function goPackages({ go, main, modules }: GoBuildInfo, inside: string, path: string): readonly Package[] {
  const built = modules.filter((it) => it.path.length <= maxNameLength).map((it) => goPackage(it, inside, path));
  const own = modules.findIndex((it) => it.isMain);
  const others = built.filter((_, at) => at !== own).map((it) => ({ id: it.id }));
  const version = releaseIn(go);
  const itself = (name: string): Package => packageIn(path, { ecosystem: 'golang', name, version, inside });
  return [
    ...built.map((it, at) => {
      if (at === own) return { ...it, dependencies: others };
      return own === -1 ? it : { ...it, direct: false };
    }),
    itself('stdlib'),
    // There are advisories about the programs that come with Go, too.
    ...(main.startsWith('cmd/') ? [itself('toolchain')] : []),
  ];
}

/** `1.22.1` of `go1.22.1 X:boringcrypto`; nothing of `devel go1.24-abc`, which is somewhere before it. */
function releaseIn(go: string): string {
  const found = /\bgo(?<release>\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?)(?<commit>-[\da-f]{7,})?/.exec(go)?.groups;
  return found?.['commit'] === undefined ? (found?.['release'] ?? '') : '';
}

function goPackage({ path: module, version, isMain, replacement }: GoModule, inside: string, path: string): Package {
  // A folder has no version: what is in it is known to nobody but its owner.
  const isFolder = replacement !== undefined && replacement.version === '';
  const real = replacement && !isFolder ? replacement : { path: module, version: isFolder ? '' : version };
  const isOwn = isFolder || (isMain && real.version === '');
  return packageIn(path, {
    ecosystem: 'golang',
    name: real.path,
    version: real.version,
    inside,
    origin: isOwn ? 'file' : 'registry',
  });
}

/** Source: https://github.com/rust-secure-code/cargo-auditable/blob/master/cargo-auditable.schema.json */
const origins: Readonly<Record<string, Package['origin']>> = { git: 'git', local: 'workspace' };

function cratePackages(crates: readonly BuiltCrate[], inside: string, path: string): readonly Package[] {
  const all = crates.map((it) =>
    packageIn(path, {
      ecosystem: 'cargo',
      name: it.name,
      version: it.version,
      inside,
      origin: origins[it.source] ?? 'registry',
      scopes: [it.isBuild ? 'build' : 'runtime'],
    }),
  );
  const root = crates.findIndex((it) => it.isRoot);
  const asked = new Set(root === -1 ? all.keys() : [root, ...crates[root]!.needs]);
  return all
    .map((it, at) => {
      const needs = crates[at]!.needs.flatMap((index) => all[index] ?? []).filter(isNamed);
      return { ...it, direct: asked.has(at), dependencies: needs.map((one) => ({ id: one.id })) };
    })
    .filter(isNamed);
}

function isNamed({ name }: Package): boolean {
  return name !== '' && name.length <= maxNameLength;
}
