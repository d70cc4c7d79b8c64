import type { Scope } from '@plumbline/core';

/** What a named group of dependencies is for; its name is a habit, no rule. */
export function scopeOfGroup(group: string): Scope {
  if (/^(?:main|default|prod|production)$/i.test(group)) return 'runtime';
  return /(?:^|[-_.])tests?(?:ing)?(?:$|[-_.])/i.test(group) ? 'test' : 'development';
}
