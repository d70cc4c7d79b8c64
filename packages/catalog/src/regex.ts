/**
 * A rule's regular expression, as JavaScript's. `^` and `$` match at every line, as in Semgrep; a leading group of
 * flags (`(?i)`, `(?is)`) and Python's named groups are understood.
 *
 * Errors: throws SyntaxError for what is not a regular expression.
 * Source: https://semgrep.dev/docs/writing-rules/rule-syntax#pattern-regex
 */
export function regexOf(text: string): RegExp {
  const leading = /^\(\?([imsx]+)\)/.exec(text);
  const body = text.slice(leading?.[0].length ?? 0).replaceAll('(?P<', '(?<');
  const flags = new Set(['d', 'g', 'm', ...(leading?.[1] ?? '').replaceAll('x', '')]);
  return new RegExp(body, [...flags].join(''));
}
