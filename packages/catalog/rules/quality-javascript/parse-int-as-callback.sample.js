export function counts(words) {
  // ruleid: parse-int-as-callback
  const all = words.map(parseInt);
  // ruleid: parse-int-as-callback
  const more = words.map(Number.parseInt);
  // ok: parse-int-as-callback
  const fine = words.map(Number);
  // ok: parse-int-as-callback
  const other = words.map((it) => parseInt(it, 10));
  return [all, more, fine, other];
}
