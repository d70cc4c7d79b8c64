import type { GrammarName } from './grammars.ts';

/**
 * What a grammar misreads: text that is blanked out before it is parsed, so that all else keeps its place.
 *
 * Shape: the first group stays, the second is blanked.
 */
const misread: Partial<Readonly<Record<GrammarName, readonly RegExp[]>>> = {
  scala: [
    // `{ implicit request: Request[A] =>`: the type of a function's parameter without brackets.
    /(\{[ \t\n]{0,80}(?:implicit[ \t]+)?[a-z]\w*)([ \t]*:[ \t]*[A-Z][\w.]*(?:\[[^{}()\n]{0,200}\])?)(?=[ \t]*=>)/g,
    // `class A @Inject()(b: B)`: the parameters are not the annotation's.
    /(\bclass[ \t]+[A-Z]\w*(?:\[[^{}()\n]{0,200}\])?[ \t]*)(@\w+\([^()\n]{0,200}\))(?=[ \t]*\()/g,
    // `x.match` is `x match`.
    /([\w)\]])(\.)(?=match[ \t]*\n)/g,
  ],
  xml: [
    // A comment between the attributes of a tag.
    /(<[A-Za-z_][^<>]{0,2000}\s)(<!--[^>]{0,2000}?-->)/g,
  ],
};

/** A text of the same length that the grammar reads as it is meant. */
export function mended(text: string, grammar: GrammarName): string {
  let whole = text;
  for (const shape of misread[grammar] ?? [])
    whole = whole.replace(shape, (_, kept: string, blanked: string) => kept + ' '.repeat(blanked.length));
  return whole;
}
