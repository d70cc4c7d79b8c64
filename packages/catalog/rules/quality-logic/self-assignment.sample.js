export function setup(name, element) {
  // ruleid: self-assignment
  name = name;
  // ruleid: self-assignment
  element = element;
  // ok: self-assignment
  element.className = element.className;
  // ok: self-assignment
  const options = { name: name };
  return options;
}
