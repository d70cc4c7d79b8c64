import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';

/**
 * The vulnerable parts of one package: which of its functions have the faults that some advisories tell of. A scan looks
 * for their uses, an agent for their calls.
 *
 * Shape: `symbols` are access paths as in models: `lodash.template`, `yaml.load`, `org.example.Parser#parse`. A class or module
 *        stands for all that belongs to it; `moment()` for the call of what the module itself is. What uses a part under another name has a path of its own.
 */
export const SymbolRow = Type.Object(
  {
    ecosystem: Type.Enum(['npm', 'pypi', 'maven', 'golang', 'gem', 'composer', 'nuget']),
    package: Type.String({ minLength: 1, description: 'As the registry writes it; `group:artifact` of Maven.' }),
    advisories: Type.Array(Type.String({ pattern: '^(CVE-\\d{4}-\\d{4,}|GHSA(-[23456789cfghjmpqrvwx]{4}){3})$' }), {
      minItems: 1,
    }),
    symbols: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    source: Type.String({ pattern: '^https://', description: 'The advisory or commit that says so.' }),
  },
  closed,
);
export type SymbolRow = Value<typeof SymbolRow>;
