const maxLiterals = 200_000;
const longest = 64;
const known = new Set<string>();

/** Constants of the application's own code. V8 may make one object of such a constant and an equal value from outside. */
export function addLiterals(literals: Iterable<string>): void {
  for (const it of literals) if (known.size < maxLiterals) known.add(it);
}

export function isLiteral(text: string): boolean {
  return text.length <= longest && known.has(text);
}
