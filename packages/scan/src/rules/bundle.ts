import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Bundle } from '@plumbline/catalog';

/** The built catalogue's file. */
export const bundleFile = (): string => createRequire(import.meta.url).resolve('@plumbline/catalog/catalog.json');

/** The catalogue. */
export function bundled(): Bundle {
  // The door: the catalogue's build has checked every rule and model against this very shape.
  return JSON.parse(readFileSync(bundleFile(), 'utf8')) as Bundle;
}
