import { registries, type Ecosystem } from '@plumbline/core';

/** The name under which an ecosystem's registry and its advisories know a package. */
export function normalName(ecosystem: Ecosystem, name: string): string {
  return registries[ecosystem].normalName(name);
}
