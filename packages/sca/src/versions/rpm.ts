/**
 * RPM's order of versions: `epoch:version-release`. Runs of digits and runs of letters are compared one by one, what stands
 * between them only parts them; digits are above letters. `~` is below the end, `^` above it and below all else.
 *
 * Source: https://github.com/rpm-software-management/rpm, rpmio/rpmvercmp.cc and docs/manual/dependencies.md
 */
import { compareDigits, compareText, maxVersionLength, type VersionScheme } from './scheme.ts';

export const rpm: VersionScheme = {
  docs: 'https://rpm-software-management.github.io/rpm/manual/dependencies.html#versioning',
  readable: (version) => version.length <= maxVersionLength && /^\s*\S+\s*$/.test(version),
  compare(a, b) {
    const left = read(a);
    const right = read(b);
    return (
      compareLabels(left.epoch, right.epoch) ||
      compareLabels(left.version, right.version) ||
      Number(left.release !== undefined) - Number(right.release !== undefined) ||
      compareLabels(left.release ?? '', right.release ?? '')
    );
  },
};

interface Label {
  readonly epoch: string;
  readonly version: string;
  readonly release: string | undefined;
}

function read(text: string): Label {
  const trimmed = text.trim();
  const epoch = /^([^:]*):/.exec(trimmed)?.[1];
  const rest = epoch === undefined ? trimmed : trimmed.slice(epoch.length + 1);
  const hyphen = rest.lastIndexOf('-');
  return hyphen === -1
    ? { epoch: epoch ?? '0', version: rest, release: undefined }
    : { epoch: epoch ?? '0', version: rest.slice(0, hyphen), release: rest.slice(hyphen + 1) };
}

function compareLabels(a: string, b: string): number {
  const left = a.match(segments) ?? [];
  const right = b.match(segments) ?? [];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const order = compareSegments(left[at], right[at]);
    if (order !== 0) return order;
  }
  return 0;
}

const segments = /\d+|[A-Za-z]+|[~^]/g;

function compareSegments(a: string | undefined, b: string | undefined): number {
  const [left, right] = [rankOf(a), rankOf(b)];
  if (left !== right) return left - right;
  if (a === undefined || b === undefined) return 0;
  return left === ranks.digits ? compareDigits(a, b) : compareText(a, b);
}

const ranks = { tilde: 0, end: 1, caret: 2, letters: 3, digits: 4 } as const;

function rankOf(segment: string | undefined): number {
  if (segment === undefined) return ranks.end;
  if (segment === '~') return ranks.tilde;
  if (segment === '^') return ranks.caret;
  return /^\d/.test(segment) ? ranks.digits : ranks.letters;
}
