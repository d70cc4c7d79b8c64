/** Offset behind the quote that closes the one at `start`. */
export function closingQuote(text: string, start: number, end: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < end; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== "'") return at + 1;
      at += 1;
    }
  }
  return undefined;
}

/** Lines become one. A split, for a pattern that looks for blanks before a line break goes over each run of them again. */
function folded(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  return lines
    .map((it, at) => (at === 0 ? it.trimEnd() : at === lines.length - 1 ? it.trimStart() : it.trim()))
    .join(' ');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' };

/** The text of a quoted scalar; line breaks in it are blanks. */
export function unquote(quoted: string): string {
  const inner = folded(quoted.slice(1, -1));
  if (quoted.startsWith("'")) return inner.replaceAll("''", "'");
  return inner.replaceAll(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|[^])/g, (_, escape: string) =>
    escape.length > 1 ? String.fromCharCode(Number.parseInt(escape.slice(1), 16)) : (escapes[escape] ?? escape),
  );
}
