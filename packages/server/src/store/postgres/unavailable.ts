import { UserError } from '@plumbline/core';

/** Why there is no database, for callers that do something about it. */
export type Reason = 'no-binary' | 'busy' | 'version' | 'no-account' | 'access' | 'init' | 'start' | 'connect';

export function unavailable(reason: Reason, message: string): UserError<'database-unavailable'> {
  return new UserError('database-unavailable', { reason, message });
}
