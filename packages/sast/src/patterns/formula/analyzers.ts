/** The built-in predicates of `metavariable-analysis`. */

const modes: Readonly<Record<string, { readonly length: number; readonly bits: number }>> = {
  lax: { length: 8, bits: 2.5 },
  default: { length: 12, bits: 3.2 },
  strict: { length: 16, bits: 3.7 },
};

/** Whether a text looks like a random one: many different characters, no words. */
export function isSecret(text: string, mode: string): boolean {
  const { length, bits } = modes[mode] ?? modes['default']!;
  if (text.length < length || /\s.*\s/.test(text)) return false;
  return entropyOf(text) >= bits && !hasWords(text);
}

/** Shannon's entropy. Units: bits a character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** More than half of the text is lower-case runs with vowels as words have them. */
function hasWords(text: string): boolean {
  const words = text.match(/[A-Za-z][a-z]{3,}/g) ?? [];
  const letters = words.filter((it) => /[aeiou]/i.test(it) && !/[^aeiouy]{5,}/i.test(it)).join('').length;
  return letters * 2 > text.length;
}

/** A group under an unbounded quantifier whose content is under one, or whose alternatives begin alike: backtracking explodes. */
export function isRisky(regex: string): boolean {
  const open: { unbounded: boolean }[] = [{ unbounded: false }];
  const tokens = regex.matchAll(
    /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!>]|<[=!]|P?<\w+>))?|\)|(?:[*+]|\{\d+,\})[+?]?|./gs,
  );
  let closed = false;
  for (const [token] of tokens) {
    if (token.startsWith('(')) open.push({ unbounded: false });
    const isQuantifier = /^(?:[*+]|\{\d+,\})/.test(token);
    if (isQuantifier && !/.\+$/.test(token)) {
      if (closed) return true;
      open.at(-1)!.unbounded = true;
    }
    closed = false;
    if (token !== ')' || open.length === 1) continue;
    const group = open.pop()!;
    closed = group.unbounded;
    if (group.unbounded) open.at(-1)!.unbounded = true;
  }
  return /\((?:\?:)?((?:[^()|\\]|\\.)+)\|\1[^()]*\)[+*]/.test(regex);
}
