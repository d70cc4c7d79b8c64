import type { Package } from '@plumbline/core';

/**
 * Repository and commit in the address that a lock file gives a package from git.
 *
 * Shape: `git+https://host/a/b.git#<commit>`, `…?rev=main#<commit>`, `…#commit=<commit>`,
 *        `github:a/b#<commit>`, and the archives that hosts make of a commit. Undefined when it names no commit.
 */
export function gitSource(address: string): Package['source'] {
  for (const { of, at } of archives) {
    const found = of.exec(address);
    if (found) return { repository: `${at}${found[1]!}`, commit: found[2]!.toLowerCase() };
  }
  const found = /^(?<repository>[^#?]+)(?:\?[^#]*)?#(?:[^#]*?commit[=:])?(?<commit>[\da-f]{7,64})(?:$|&)/i.exec(
    address,
  )?.groups;
  return found ? { repository: found['repository']!, commit: found['commit']!.toLowerCase() } : undefined;
}

/** Addresses of archives, with repository and commit. */
const archives: readonly { readonly of: RegExp; readonly at: string }[] = [
  {
    of: /^https:\/\/(?:codeload\.)?github\.com\/([\w.-]+\/[\w.-]+)\/(?:tar\.gz|zip|tarball|zipball|archive)\/([\da-f]{7,64})(?:\.|$)/,
    at: 'https://github.com/',
  },
  {
    of: /^(https:\/\/[^/]{0,200}gitlab[^/]{0,200}\/[\w./-]+?)(?:\/-)?(?:\/repository)?\/archive(?:\.tar\.gz\?(?:.*&)?(?:ref|sha)=|\/)([\da-f]{7,64})\b/,
    at: '',
  },
  { of: /^(https:\/\/bitbucket\.org\/[\w.-]+\/[\w.-]+)\/get\/([\da-f]{7,64})\b/, at: '' },
];
