import type { Package } from '@plumbline/core';

/**
 * Repository and commit in the address that a lock file gives a package from git.
 *
 * Shape: `git+https://host/a/b.git#<commit>`, `…?rev=main#<commit>`, `…#commit=<commit>`,
 *        `https://codeload.github.com/a/b/tar.gz/<commit>`. Undefined when it names no commit.
 */
export function gitSource(address: string): Package['source'] {
  const archive = /^https:\/\/codeload\.github\.com\/([\w.-]+\/[\w.-]+)\/tar\.gz\/([\da-f]{7,64})/.exec(address);
  if (archive) return { repository: `https://github.com/${archive[1]!}`, commit: archive[2]! };
  const found = /^(?<repository>[^#?]+)(?:\?[^#]*)?#(?:[^#]*?commit[=:])?(?<commit>[\da-f]{7,64})(?:$|&)/i.exec(
    address,
  )?.groups;
  return found ? { repository: found['repository']!, commit: found['commit']!.toLowerCase() } : undefined;
}
