/** A regular expression's source that matches a text as it stands. Not inside a class of characters: a `-` stays. */
export function literal(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
