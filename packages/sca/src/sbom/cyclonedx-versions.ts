import type { Bom, Component } from './cyclonedx.ts';

/** The versions that we write. */
export const cyclonedxVersions = ['1.4', '1.5', '1.6', '1.7'] as const;
export type CyclonedxVersion = (typeof cyclonedxVersions)[number];

/** A component with what its version has of these. */
export type AnyComponent = Omit<Component, 'evidence' | 'licenses'> & {
  readonly licenses?: readonly (
    | { readonly expression: string; readonly acknowledgement?: string }
    | { readonly license: { readonly name: string; readonly acknowledgement?: string } }
  )[];
  readonly evidence?: { readonly occurrences: readonly { readonly location: string; readonly line?: number }[] };
};

export interface AnyBom extends Omit<Bom, 'specVersion' | 'metadata' | 'components'> {
  readonly specVersion: CyclonedxVersion;
  readonly metadata: Omit<Bom['metadata'], 'tools' | 'component'> & {
    readonly tools:
      | { readonly components: readonly AnyComponent[] }
      | readonly { readonly name: string; readonly version?: string }[];
    readonly component: AnyComponent;
  };
  readonly components: readonly AnyComponent[];
}

/**
 * A bill of materials as another version of the format has it: what came later is left out.
 *
 * Source: https://cyclonedx.org/docs/1.4/json/ and those after it: lines of occurrences and acknowledgements came with 1.6,
 *         occurrences and tools as components with 1.5.
 */
export function cyclonedxAs(bom: Bom, version: CyclonedxVersion): AnyBom {
  const all = { ...bom, $schema: `http://cyclonedx.org/schema/bom-${version}.schema.json`, specVersion: version };
  if (version === '1.6' || version === '1.7') return all;
  const { tools, component, ...metadata } = bom.metadata;
  return {
    ...all,
    metadata: {
      ...metadata,
      tools:
        version === '1.4'
          ? tools.components.map(({ name, version: own }) => ({ name, ...(own === undefined ? {} : { version: own }) }))
          : tools,
      component,
    },
    components: bom.components.map((it) => older(it, version)),
  };
}

function older({ evidence, licenses, ...rest }: Component, version: '1.4' | '1.5'): AnyComponent {
  const places = [...new Set(evidence?.occurrences.map((it) => it.location))].map((location) => ({ location }));
  return {
    ...rest,
    ...(licenses && {
      licenses: licenses.map((it) =>
        'expression' in it ? { expression: it.expression } : { license: { name: it.license.name } },
      ),
    }),
    ...(version === '1.5' && places.length > 0 && { evidence: { occurrences: places } }),
  };
}
