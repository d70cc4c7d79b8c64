/** Rules of mode `extract`: code inside of a file is looked at by the rules of its own language. */
import { extracted } from '../embedded/extracted.ts';
import type { Embedded } from '../embedded/region.ts';
import { dialectOf, type Extract } from '../patterns/index.ts';
import type { Extraction } from './pattern-rules.ts';

/** Code that was taken out of a file, and which rules are for it. */
export interface Taken {
  readonly code: Embedded;
  readonly isFor: (rule: string) => boolean;
}

/** Texts that are taken out of one file. */
const maxTexts = 1_000;

export function takenOut(text: string, { does, matches }: Extraction): Taken[] {
  const stretches = matches.flatMap(({ bindings }) => {
    const bound = bindings.get(does.metavariable);
    return bound && bound.end > bound.start ? [{ start: bound.start, end: bound.end }] : [];
  });
  const apart = [...new Map(stretches.map((it) => [`${it.start}:${it.end}`, it])).values()].slice(0, maxTexts);
  const lists = does.reduce === 'concat' ? [apart] : apart.map((it) => [it]);
  const language = dialectOf(does.language)?.name ?? does.language;
  const isFor = (rule: string): boolean => isWanted(does, rule);
  return lists.map((list) => ({ code: extracted(text, list, { language, writing: does.transform }), isFor }));
}

function isWanted({ rules: { include, exclude } }: Extract, rule: string): boolean {
  const isNamed = (name: string): boolean => rule === name || rule.endsWith(`.${name}`);
  return !exclude.some(isNamed) && (include.length === 0 || include.some(isNamed));
}
