export { registriesFolder } from './kept.ts';
export { knownRegistries, registryPlaces, type RegistryUrls } from './places.ts';
export { releasesOf, type ReleaseOptions } from './releases.ts';
export { resolvePackages, type Resolving } from './resolve.ts';
