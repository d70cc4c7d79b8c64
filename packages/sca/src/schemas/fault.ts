/** Where a document is not as its schema wants. Units: offset in the text. */
export interface SchemaFault {
  readonly offset: number;
  readonly message: string;
}

/** Of one document: nobody reads more. */
const maxFaults = 20;

/** Collects faults, as many as a person would look at. */
export class SchemaFaults {
  readonly list: SchemaFault[] = [];

  get isFull(): boolean {
    return this.list.length >= maxFaults;
  }

  add(offset: number, message: string): void {
    if (!this.isFull) this.list.push({ offset, message });
  }
}

/** A text as people quote it. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

/** Some of the values that are allowed. */
export function shownList(values: readonly unknown[]): string {
  const some = values.slice(0, 8).map((it) => JSON.stringify(it));
  return values.length > some.length ? `${some.join(', ')} and ${values.length - some.length} more` : some.join(', ');
}
