import type { Package, Problem } from '@plumbline/core';

/** Units: problems of one manifest that are listed. */
const maxListed = 50;
/** Units: characters of what a foreign file says. */
const maxShown = 200;

/** Collects what could not be resolved for a manifest. */
export class Unresolved {
  readonly #file: string;
  readonly #told = new Map<string, Problem>();
  #more = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** `what` is the name with the range; `place` is the line that leads to it. */
  add(what: string, reason: string, place?: Package['location']): void {
    const message = `Not resolved: ${what.slice(0, maxShown)}: ${reason}.`;
    if (this.#told.has(message)) return;
    if (this.#told.size >= maxListed) {
      this.#more += 1;
      return;
    }
    const at = place ? { file: place.file, line: place.start.line } : { file: this.#file };
    this.#told.set(message, { code: 'unresolved', message, ...at });
  }

  /** The work was too much. */
  cut(): void {
    this.add('the rest', 'there is more than is looked at');
  }

  get problems(): readonly Problem[] {
    const rest = { code: 'unresolved', message: `Not resolved: ${this.#more} more packages.`, file: this.#file };
    return [...this.#told.values(), ...(this.#more > 0 ? [rest] : [])];
  }
}
