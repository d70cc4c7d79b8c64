import type { Scope } from '@plumbline/core';

/** What a named group of dependencies is for; its name is a habit, no rule. */
export function scopeOfGroup(group: string): Scope {
  if (/^(?:main|default|prod|production)$/i.test(group)) return 'runtime';
  return /(?:^|[-_.])tests?(?:ing)?(?:$|[-_.])/i.test(group) ? 'test' : 'development';
}

/** Names of extras that those who work on a package have for themselves. */
const ofDevelopers = /^(?:dev(?:el(?:op(?:ment)?)?)?|lint(?:ing|ers?)?|docs?|typing|ci|pre-commit)(?:[-_.].*)?$/i;

/** An extra is for users of a package, unless it is called as those for its developers are. */
export function scopeOfExtra(extra: string): Scope {
  if (scopeOfGroup(extra) === 'test') return 'test';
  return ofDevelopers.test(extra) ? 'development' : 'optional';
}
