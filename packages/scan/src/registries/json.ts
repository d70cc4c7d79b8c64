/** Undefined for what is no JSON: something else answers there. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // expected
  }
}
