export { ignore } from './apply.ts';
export type { Ignore } from './ignore.ts';
export { ignoresNear, ignoresOfVex } from './read.ts';
