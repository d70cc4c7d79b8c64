/** What OpenSSF Scorecard says of a repository. Source: https://github.com/ossf/scorecard#scorecard-checks */
export interface Scorecard {
  /** From 0 to 10. */
  readonly score: number;
  /** The day it was looked at; empty when nobody says. */
  readonly date: string;
  readonly isArchived: boolean;
}

const host = /^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]{0,100}@)?/;

/** `github.com/owner/name`, as Scorecard names repositories; undefined for what is on no such host. */
export function repositoryNamed(address: string): string | undefined {
  const bare = address
    .slice(0, 500)
    .replace(host, '')
    .replace(/^git@([^:/]+):/, '$1/')
    .replace(/[?#].*$/, '');
  const found = /^(?<host>github\.com|gitlab\.com)\/(?<owner>[\w.-]+)\/(?<name>[\w.-]+)/i.exec(bare)?.groups;
  if (!found) return undefined;
  const name = found['name']!.replace(/\.git$/, '');
  return `${found['host']!}/${found['owner']!}/${name}`.toLowerCase();
}
