export { engineVersion } from './engine-version.ts';
export { cacheFolder } from './folder.ts';
export { openPack } from './pack.ts';
export { cacheStatus, clearCache, trimCache, type CacheStatus } from './store.ts';
