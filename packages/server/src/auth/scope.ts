/** What a sign-in or a token may do. */
export const scopes = ['read', 'triage:write', 'tokens:write', 'scan:write', 'runtime:write'] as const;
export type Scope = (typeof scopes)[number];

/** What a token may be given: a token that makes tokens could never be taken back. */
export const tokenScopes = ['read', 'triage:write', 'scan:write', 'runtime:write'] as const satisfies readonly Scope[];

/** What a refused caller is told: "This sign-in may not …". */
export const deeds: Readonly<Record<Scope, string>> = {
  read: 'read findings',
  'triage:write': 'decide about findings',
  'tokens:write': 'manage tokens',
  'scan:write': 'send scans',
  'runtime:write': 'send reports of running services',
};

/** Who is asking, and what they may do. */
export interface Actor {
  readonly is: 'user' | 'token';
  readonly name: string;
  readonly scopes: readonly string[];
}
