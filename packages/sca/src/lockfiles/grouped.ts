/** Things by a name that several may have. */
export function grouped<Thing>(
  list: readonly Thing[],
  nameOf: (it: Thing) => string,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const it of list) {
    const known = groups.get(nameOf(it));
    if (known) known.push(it);
    else groups.set(nameOf(it), [it]);
  }
  return groups;
}
