import type { Rule } from '@plumbline/catalog';
import { dialectOf } from '../patterns/index.ts';

/** Languages of rules that look at every file, whatever it is written in. */
const anyLanguage = new Set(['regex', 'generic', 'none']);

/** Whether a rule is about files of a language; `js` and `javascript` are one. */
export function appliesTo(rule: Rule, language: string | undefined): boolean {
  return rule.languages.some((it) => anyLanguage.has(it) || (dialectOf(it)?.name ?? it) === language);
}
