export { ignore, type Ignored } from './apply.ts';
export type { Ignore } from './ignore.ts';
export { ignoresNear, ignoresOfVex, type ReadIgnores } from './read.ts';
