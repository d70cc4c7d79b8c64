import { readFileSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { UserError } from '@plumbline/core';
import { readConfig, type Config } from './config/config.ts';
import { rootOf } from './walk/walk.ts';

/** What is to be scanned, and with which settings. */
export interface Target {
  /** Absolute: what paths in a report are relative to. */
  readonly root: string;
  /** Absolute files and folders, links resolved. */
  readonly paths: readonly string[];
  readonly config: Config;
}

/**
 * Finds the root and the settings for some paths: the one folder given, or the folder that all of them lie in.
 *
 * Errors: `path-not-found`, `config-invalid`.
 */
export function targetOf(paths: readonly string[], cwd: string): Target {
  const targets = (paths.length === 0 ? ['.'] : paths).map((it) => real(it, cwd));
  const root = rootOf(targets);
  return { root, paths: targets, config: readConfig(root, cwd) };
}

function real(path: string, cwd: string): string {
  try {
    return realpathSync(resolve(cwd, path));
  } catch {
    throw new UserError('path-not-found', { path }); // expected: nothing there, or a link to nothing
  }
}

/** The name that plumbline.yaml gives, the one in package.json, or the root folder's own. */
export function projectName({ root, config }: Target): string {
  return config.project ?? nameInManifest(join(root, 'package.json')) ?? (basename(root) || 'project');
}

function nameInManifest(file: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const name = typeof manifest === 'object' && manifest !== null && 'name' in manifest ? manifest.name : undefined;
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined; // expected: there is none, or it is broken, which sca tells
  }
}
