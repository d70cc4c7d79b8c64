import type { ManifestFormat } from './manifest-format.ts';
import { packageJson } from './package-json.ts';

/** Every manifest that can be edited. */
export const manifestFormats: readonly ManifestFormat[] = [packageJson];

/** Whether a file is a manifest that a fix may change. */
export function isEditable(path: string): boolean {
  return manifestFormats.some((it) => it.files.test(path));
}
