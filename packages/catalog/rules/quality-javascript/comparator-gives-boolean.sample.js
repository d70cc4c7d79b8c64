export function byAge(people) {
  // ruleid: comparator-gives-boolean
  people.sort((a, b) => a.age > b.age);
  // ruleid: comparator-gives-boolean
  people.sort(function (a, b) {
    return a.age < b.age;
  });
  // ok: comparator-gives-boolean
  people.sort((a, b) => a.age - b.age);
  // ok: comparator-gives-boolean
  people.sort((a, b) => (a.age > b.age ? 1 : -1));
  return people;
}
