export function names(people) {
  // ruleid: callback-without-result
  const all = people.map((it) => {
    it.name;
  });
  // ruleid: callback-without-result
  const old = people.filter(function (it) {
    it.age > 60;
  });
  // ok: callback-without-result
  const young = people.filter((it) => it.age < 18);
  // ok: callback-without-result
  const found = people.find((it) => {
    for (const name of it.names) if (name) return name;
    return undefined;
  });
  return [all, old, young, found];
}
