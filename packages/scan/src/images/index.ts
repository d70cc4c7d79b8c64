export { openImage } from './image.ts';
export { openRootfs } from './rootfs.ts';
export type { OpenSystem } from './system.ts';
