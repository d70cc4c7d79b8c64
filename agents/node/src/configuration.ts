import path from 'node:path';
import { manifestOf } from './packages/loaded.ts';

/** What the environment says, and what the project says where it does not. */
export interface Configuration {
  readonly root: string;
  readonly project: string;
  /** Packages that the project installs under another name: that name → theirs. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly service: string;
  readonly environment: string | undefined;
  readonly version: string | undefined;
  /** JSON lines go here. */
  readonly file: string | undefined;
  /** The platform. */
  readonly url: string | undefined;
  readonly token: string | undefined;
}

export function readConfiguration(env: NodeJS.ProcessEnv, main: string | undefined): Configuration {
  const root = env.PLUMB_ROOT ? path.resolve(env.PLUMB_ROOT) : projectRoot(startFolder(main));
  const manifest = manifestOf(root);
  const project = env.PLUMB_PROJECT || manifest?.name || path.basename(root);
  return {
    root,
    project,
    aliases: manifest?.aliases ?? new Map(),
    service: env.PLUMB_SERVICE || project,
    environment: env.PLUMB_ENV || undefined,
    version: env.PLUMB_VERSION || manifest?.version || undefined,
    ...destinations(env),
  };
}

function destinations(env: NodeJS.ProcessEnv): Pick<Configuration, 'file' | 'url' | 'token'> {
  return { file: env.PLUMB_FILE || undefined, url: env.PLUMB_URL || undefined, token: env.PLUMB_TOKEN || undefined };
}

/** Where the application is: beside its main file, unless that is a tool's. */
function startFolder(main: string | undefined): string {
  if (main === undefined || main.includes(`${path.sep}node_modules${path.sep}`)) return process.cwd();
  return path.dirname(path.resolve(main));
}

/** The nearest folder upwards with a named package.json, else the folder itself. */
function projectRoot(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (manifestOf(at)) return at;
    if (path.dirname(at) === at) return folder;
  }
}
