def admin(people)
  # ruleid: first-of-selected
  first = people.select { |it| it.admin }.first
  # ruleid: first-of-selected
  other = people.filter(&:admin?).first
  # ok: first-of-selected
  three = people.select { |it| it.admin }.first(3)
  # ok: first-of-selected
  found = people.find(&:admin?)
  [first, other, three, found]
end
