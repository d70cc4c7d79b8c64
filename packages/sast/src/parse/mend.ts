import type { GrammarName } from './grammars.ts';

/**
 * What a grammar misreads: text that is blanked out before it is parsed, so that all else keeps its place.
 *
 * Shape: the first group stays, the second is blanked.
 */
const misread: Partial<Readonly<Record<GrammarName, RegExp>>> = {
  // `{ implicit request: Request[A] =>`: the type of a function's parameter without brackets.
  scala: /(\{[ \t\n]{0,80}(?:implicit[ \t]+)?[a-z]\w*)([ \t]*:[ \t]*[A-Z][\w.]*(?:\[[^{}()\n]{0,200}\])?)(?=[ \t]*=>)/g,
};

/** A text of the same length that the grammar reads as it is meant. */
export function mended(text: string, grammar: GrammarName): string {
  const shape = misread[grammar];
  if (!shape) return text;
  return text.replace(shape, (_, kept: string, blanked: string) => kept + ' '.repeat(blanked.length));
}
