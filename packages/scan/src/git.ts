import { join, resolve } from 'node:path';
import type { ProjectState } from '@plumbline/core';
import { firstLine, gitFolderOf, gitRootOf, textIn } from './walk/git-folder.ts';

/**
 * Branch and commit of the work tree around a folder, as far as they can be told.
 *
 * Read from git's files: nothing is run, since a repository's own configuration can make git run commands.
 * Source: https://git-scm.com/docs/gitrepository-layout
 */
export function gitState(folder: string): Pick<ProjectState, 'branch' | 'commit'> {
  const root = gitRootOf(folder);
  const git = root === undefined ? undefined : gitFolderOf(root);
  const head = git === undefined ? undefined : firstLine(join(git, 'HEAD'));
  if (git === undefined || head === undefined) return {};
  const ref = /^ref: (refs\/(?!.*\.\.)[^\0]+)$/.exec(head)?.[1];
  const commit = ref === undefined ? head : commitOf(git, ref);
  return {
    ...(ref?.startsWith('refs/heads/') ? { branch: ref.slice('refs/heads/'.length) } : {}),
    ...(commit !== undefined && isCommit(commit) ? { commit } : {}),
  };
}

function commitOf(git: string, ref: string): string | undefined {
  // A linked work tree keeps its branches where the main one does.
  const shared = firstLine(join(git, 'commondir'));
  const folders = shared === undefined ? [git] : [git, resolve(git, shared)];
  for (const folder of folders) {
    const commit = firstLine(join(folder, ref)) ?? packed(join(folder, 'packed-refs'), ref);
    if (commit !== undefined) return commit;
  }
  return undefined;
}

function packed(file: string, ref: string): string | undefined {
  return textIn(file)
    ?.split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0];
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
}
