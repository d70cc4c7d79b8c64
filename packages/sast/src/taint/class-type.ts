/** Type of the instances of a class of the file. No access path looks like it. */
export function classType(index: number): string {
  return `class ${index}`;
}

/** The class that such a type is of, -1 for other types. */
export function classOfType(type: string): number {
  return type.startsWith('class ') ? Number(type.slice(6)) : -1;
}
