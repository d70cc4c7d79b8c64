export function squares(n) {
  // ruleid: holes-are-not-mapped
  const none = new Array(n).map((_, i) => i * i);
  // ruleid: holes-are-not-mapped
  Array(n).forEach((_, i) => show(i));
  // ok: holes-are-not-mapped
  const fine = [...new Array(n)].map((_, i) => i * i);
  // ok: holes-are-not-mapped
  const other = new Array(n).fill(0).map((_, i) => i * i);
  return [none, fine, other];
}
