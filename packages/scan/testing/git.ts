import { spawnSync } from 'node:child_process';

/** Whether there is a git to make repositories with; tests that need one are skipped without, and say so by their name. */
export const hasGit = spawnSync('git', ['--version']).status === 0;
