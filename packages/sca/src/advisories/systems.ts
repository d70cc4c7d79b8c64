import type { Finding, Package, Problem } from '@plumbline/core';
import type { Advisory, AdvisorySource } from './advisory.ts';
import { hasAdvisories } from './homes.ts';

/** Distributions of RPMs whose advisories list every package that a source becomes, and no source. */
const naming = /^(?:rhel|redhat-[^:]*|centos|almalinux)(?::|$)/;

/**
 * A package as advisories may name it. Those of Debian, Ubuntu and Alpine name the source that a package was built from;
 * of RPMs some name the package, some its source, so they are looked for under both names.
 *
 * Source: https://ossf.github.io/osv-schema/#defined-ecosystems
 */
export function asAdvised(found: Package): readonly Package[] {
  const { builtFrom, ecosystem, distribution = '' } = found;
  if (!builtFrom) return [found];
  const source = { ...found, ...builtFrom };
  if (ecosystem !== 'rpm') return [source];
  return naming.test(distribution) || builtFrom.name === found.name ? [found] : [found, source];
}

/** Tells of the systems whose packages nobody could judge; silence would look like health. */
export class Systems {
  readonly #seen = new Map<string, { readonly first: Package; packages: number; advisories: number }>();

  /** Notes a package of a system, and how many advisories there are about it. */
  note(found: Package, advisories: number): void {
    if (found.distribution === undefined && !systemKinds.includes(found.ecosystem)) return;
    const key = `${found.distribution ?? ''}\0${found.ecosystem}`;
    const known = this.#seen.get(key) ?? { first: found, packages: 0, advisories: 0 };
    known.packages += 1;
    known.advisories += advisories;
    this.#seen.set(key, known);
  }

  problems({ count }: Pick<AdvisorySource, 'count'>): readonly Problem[] {
    // Without any advisories that is said already.
    if (count === 0) return [];
    return [...this.#seen.values()]
      .filter((it) => it.advisories === 0)
      .map(({ first, packages }) => ({
        code: 'system-not-judged',
        message: `${packages} ${packages === 1 ? 'package' : 'packages'} of ${whose(first)} ${why(first)}`,
        file: first.location.file,
      }));
  }
}

const systemKinds: readonly string[] = ['deb', 'apk', 'rpm', 'alpm', 'opkg', 'portage'];

function whose({ distribution, ecosystem }: Package): string {
  return distribution?.replace(':', ' ') ?? `an unknown distribution (${ecosystem})`;
}

function why({ distribution }: Package): string {
  if (distribution === undefined) return 'were not judged: no os-release says which distribution they are of.';
  if (!hasAdvisories(distribution)) return 'were not judged: OSV has no advisories of this distribution.';
  return 'were not judged: there is no advisory about any of them. Those of operating systems are fetched when they are named, as in `plumb db update --ecosystem Debian:12`.';
}

/** What to do about a vulnerable package of an operating system. Shape: `fixedIn` = its distribution's versions, lowest first. */
export function systemAdvice({ name, version, distribution = '', layer }: Package, fixedIn: readonly string[]): string {
  const [lowest] = fixedIn;
  const system = distribution.replace(':', ' ');
  const below = layer?.base === true ? ' It is from the base image: build on a newer one.' : '';
  if (lowest !== undefined) {
    return `Update \`${name}\` from \`${version}\` to \`${lowest}\` or later with the package manager of ${system}.${below}`;
  }
  return `There is no version of \`${name}\` for ${system} without this vulnerability yet. Remove the package if nothing needs it, or make sure that the vulnerable part is not used.${below}`;
}

/** The ids of the vulnerabilities that a distribution has an opinion of, for one of its packages. */
export function settledIn(advisories: readonly Advisory[]): ReadonlySet<string> {
  return new Set(advisories.flatMap((it) => [it.id, ...it.aliases]));
}

/**
 * A finding in a library that an operating system's package brought, of a vulnerability that its distribution says nothing
 * about. Distributions mend libraries and leave their versions as they are.
 */
export function asBrought(finding: Finding, { name, version, distribution }: Package): Finding {
  const whole = `${name} ${version}${distribution === undefined ? '' : ` of ${distribution.replace(':', ' ')}`}`;
  return {
    ...finding,
    confidence: 'low',
    message: `${finding.message} It came with ${whole}, which may have mended it and kept the version.`,
    recommendation:
      `Update \`${name}\` with the system's package manager as soon as its distribution has mended it. ${finding.recommendation ?? ''}`.trim(),
  };
}
