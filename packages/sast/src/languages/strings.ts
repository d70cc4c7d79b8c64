import type { StringSyntax } from './table.ts';

/**
 * What a string literal stands for.
 *
 * Shape: `content` is the text between the quotes, as written; `opening` the text before it: prefix and quote.
 * Errors: none; an escape that is cut off or unknown stays as it is written, without its backslash.
 */
export function decodeString(syntax: StringSyntax, content: string, opening: string): string {
  if (syntax.doubled?.test(opening)) return content.replaceAll(opening.at(-1)!.repeat(2), opening.at(-1)!);
  if (!content.includes('\\') || syntax.raw?.test(opening)) return content;
  let decoded = '';
  for (let at = 0; at < content.length;) {
    const backslash = content.indexOf('\\', at);
    if (backslash < 0 || backslash === content.length - 1) return decoded + content.slice(at);
    const escape = escapeAt(syntax, content, backslash + 1);
    decoded += content.slice(at, backslash) + escape.text;
    at = escape.end;
  }
  return decoded;
}

interface Escape {
  readonly text: string;
  readonly end: number;
}

/** The escape whose backslash stands before `at`. */
function escapeAt(syntax: StringSyntax, content: string, at: number): Escape {
  const character = content[at]!;
  const numeric = numericEscape(syntax, content, at);
  if (numeric) return numeric;
  if (content.startsWith('\r\n', at) && syntax.escapes['\n'] === '') return { text: '', end: at + 2 };
  const known = syntax.escapes[character];
  const unknown = syntax.keepsUnknown ? `\\${character}` : character;
  return { text: known ?? unknown, end: at + 1 };
}

function numericEscape(syntax: StringSyntax, content: string, at: number): Escape | undefined {
  const character = content[at]!;
  if (syntax.braces && content.startsWith('u{', at))
    return digits(content, at + 2, { pattern: /^([0-9a-f]{1,6})\}/i, base: 16 });
  if (syntax.octal && /[0-7]/.test(character)) return digits(content, at, { pattern: /^([0-7]{1,3})/, base: 8 });
  const length = syntax.hex?.[character];
  if (length === undefined) return undefined;
  return digits(content, at + 1, { pattern: new RegExp(`^([0-9a-f]{${length}})`, 'i'), base: 16 });
}

function digits(
  content: string,
  from: number,
  { pattern, base }: { pattern: RegExp; base: number },
): Escape | undefined {
  const found = pattern.exec(content.slice(from, from + 9));
  const code = Number.parseInt(found?.[1] ?? '', base);
  if (!found || code > 0x10ffff) return undefined;
  return { text: String.fromCodePoint(code), end: from + found[0].length };
}
