import { isNpmVersion, satisfiesNpm } from '../../versions/npm-range.ts';
import { npm } from '../../versions/semver.ts';

type Names = Readonly<Record<string, string>>;

/** A version of a package, as npm's registry tells it. */
export interface NpmRelease {
  readonly version: string;
  /** Range by name; the optional ones among them, too. */
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
  /** Peers that are only wanted when somebody else brings them. */
  readonly optionalPeers?: readonly string[];
  /** Names of packages that are inside its archive. */
  readonly bundled?: readonly string[];
  /** What its makers say of it who have given it up. */
  readonly deprecated?: string;
  readonly installScript?: true;
  readonly address?: string;
  readonly integrity?: string;
  /** The packages inside its archive, where somebody has looked. */
  readonly inside?: readonly NpmInside[];
}

/** A package inside another's archive, under the name of its folder. */
export interface NpmInside {
  readonly name: string;
  readonly release: NpmRelease;
}

/** All that npm's registry tells of a package. */
export interface Packument {
  readonly tags: Names;
  readonly releases: readonly NpmRelease[];
}

/** Which npm: from 7 on it installs peers, and places breadth first. */
export type NpmGeneration = 6 | 7;

/**
 * The version that npm takes: of a tag the one that has it; of a range `latest`, if it lies in it, else the highest, those
 * that are not deprecated first.
 *
 * Source: https://github.com/npm/npm-pick-manifest#algorithm
 */
export function pick(packument: Packument, wish: string, generation: NpmGeneration): NpmRelease | undefined {
  const { releases } = packument;
  const range = wish.trim() === '' ? '*' : wish.trim();
  if (isNpmVersion(range)) return releases.find((it) => npm.compare(it.version, range.replace(/^[=v\s]+/, '')) === 0);
  if (satisfiesNpm('0.0.0', range) === undefined) return tagged(packument, range);
  const latest = tagged(packument, 'latest');
  if (latest && isTaken(latest, range, generation)) return latest;
  let best: NpmRelease | undefined;
  for (const it of releases) {
    if (satisfiesNpm(it.version, range) === true && (!best || isBetter(it, best))) best = it;
  }
  return best;
}

function tagged({ tags, releases }: Packument, tag: string): NpmRelease | undefined {
  const version = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  return releases.find((it) => it.version === version);
}

/** Whether `latest` is taken before higher versions. Only from npm 7 on a pre-release is for `*`, and a deprecated one is not. */
function isTaken({ version, deprecated }: NpmRelease, range: string, generation: NpmGeneration): boolean {
  const isWished = (generation === 7 && range === '*') || satisfiesNpm(version, range) === true;
  return isWished && (deprecated === undefined || generation === 6);
}

function isBetter(one: NpmRelease, other: NpmRelease): boolean {
  const order = Number(one.deprecated === undefined) - Number(other.deprecated === undefined);
  return order === 0 ? npm.compare(one.version, other.version) > 0 : order > 0;
}
