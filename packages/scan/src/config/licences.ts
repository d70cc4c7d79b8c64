import { closed, scopes, type Value } from '@plumbline/core';
import { linkages, parseExpression, verdicts, type LicencePolicy } from '@plumbline/sca';
import { Type } from 'typebox';

const text = Type.String({ minLength: 1 });
const names = Type.Array(text, { minItems: 1 });
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const Rule = Type.Object(
  {
    allow: Type.Optional(names),
    review: Type.Optional(names),
    deny: Type.Optional(names),
    packages: Type.Optional(names),
    scopes: Type.Optional(Type.Array(Type.Enum([...scopes]))),
    linkage: Type.Optional(Type.Enum([...linkages])),
    reason: Type.Optional(text),
    until: Type.Optional(day),
  },
  closed,
);

/** What `plumbline.yaml` may say of licences. A rule names licences under one verdict at least. */
export const LicencesFile = Type.Object(
  {
    otherwise: Type.Optional(Type.Enum([...verdicts])),
    rules: Type.Optional(Type.Array(Rule)),
    packages: Type.Optional(
      Type.Array(Type.Object({ package: text, license: text, reason: text, until: Type.Optional(day) }, closed)),
    ),
  },
  closed,
);

/** Where a licence stands that is no SPDX expression, and what to say of it. */
export function licenceFault(
  said: Value<typeof LicencesFile> | undefined,
): { readonly path: readonly (string | number)[]; readonly message: string } | undefined {
  for (const [at, { license }] of (said?.packages ?? []).entries())
    if (!parseExpression(license))
      return { path: ['licenses', 'packages', at, 'license'], message: `"${license}" is no SPDX expression` };
  return undefined;
}

/** The policy that the settings say. Without any everything is allowed. */
export function licencePolicy(said: Value<typeof LicencesFile> = {}): LicencePolicy {
  return {
    otherwise: said.otherwise ?? 'allow',
    rules: (said.rules ?? []).flatMap(({ allow, review, deny, ...rest }) => [
      ...(deny ? [{ ...rest, verdict: 'deny' as const, licences: deny }] : []),
      ...(review ? [{ ...rest, verdict: 'review' as const, licences: review }] : []),
      ...(allow ? [{ ...rest, verdict: 'allow' as const, licences: allow }] : []),
    ]),
    overrides: (said.packages ?? []).flatMap(({ license, ...rest }) => {
      const licence = parseExpression(license);
      return licence ? [{ ...rest, licence }] : [];
    }),
  };
}
