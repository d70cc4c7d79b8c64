import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';
import type { RegistryUrls } from '../registries/index.ts';

const address = Type.String({ pattern: '^https?://' });
const addresses = Type.Union([address, Type.Array(address)]);

/** What `plumbline.yaml` may say of the registries that `--resolve` asks, and of what is resolved for. */
export const RegistriesFile = Type.Object(
  {
    npm: Type.Optional(addresses),
    pypi: Type.Optional(addresses),
    maven: Type.Optional(addresses),
    python: Type.Optional(Type.String({ pattern: '^3\\.\\d+(?:\\.\\d+)?$' })),
  },
  closed,
);

export interface RegistriesConfig {
  readonly urls: RegistryUrls;
  /** The version of Python that is resolved for. */
  readonly python?: string;
}

export function registriesConfig({ python, ...said }: Value<typeof RegistriesFile> = {}): RegistriesConfig {
  const urls = Object.fromEntries(Object.entries(said).map(([name, it]) => [name, typeof it === 'string' ? [it] : it]));
  return { urls, ...(python === undefined ? {} : { python }) };
}
