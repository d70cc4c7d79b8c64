import type { Package, Problem } from '@plumbline/core';

/** Units: reasons that are told of one manifest. */
const maxReasons = 50;
/** Units: packages that are named for one reason. Where a registry does not answer, all have the same. */
const maxNamed = 5;
/** Units: characters of what a foreign file says. */
const maxShown = 200;

interface Told {
  readonly named: Map<string, Problem>;
  more: number;
}

/** Collects what could not be resolved for a manifest. */
export class Unresolved {
  readonly #file: string;
  readonly #reasons = new Map<string, Told>();
  #more = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** `what` is the name with the range; `place` is the line that leads to it. */
  add(what: string, reason: string, place?: Package['location']): void {
    const told = this.#toldFor(reason);
    const message = `Not resolved: ${what.slice(0, maxShown)}: ${reason}.`;
    if (!told) this.#more += 1;
    else if (told.named.has(message)) return;
    else if (told.named.size >= maxNamed) told.more += 1;
    else {
      const at = place ? { file: place.file, line: place.start.line } : { file: this.#file };
      told.named.set(message, { code: 'unresolved', message, ...at });
    }
  }

  /** The work was too much. */
  cut(): void {
    this.add('the rest', 'there is more than is looked at');
  }

  get problems(): readonly Problem[] {
    const all = [...this.#reasons].flatMap(([reason, { named, more }]) => [
      ...named.values(),
      ...(more > 0 ? [{ ...[...named.values()].at(-1)!, message: `Not resolved: ${more} more: ${reason}.` }] : []),
    ]);
    const rest = { code: 'unresolved', message: `Not resolved: ${this.#more} more packages.`, file: this.#file };
    return this.#more > 0 ? [...all, rest] : all;
  }

  #toldFor(reason: string): Told | undefined {
    const known = this.#reasons.get(reason);
    if (known || this.#reasons.size >= maxReasons) return known;
    const told: Told = { named: new Map(), more: 0 };
    this.#reasons.set(reason, told);
    return told;
  }
}
