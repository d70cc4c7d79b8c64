const compiled = new Map<string, RegExp>();

/** The regular expression of a model's condition. Models are few, so that all are kept. */
export function regexFor(text: string): RegExp {
  const found = compiled.get(text);
  if (found) return found;
  const regex = new RegExp(text, 'i');
  compiled.set(text, regex);
  return regex;
}
