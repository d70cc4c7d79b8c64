import type { Edit } from './edits.ts';

/** The one name, besides its temporaries, that rewritten code uses. A file that has it already is left alone. */
export const runtimeName = '$plumb';

/**
 * The temporaries of one function body, named by depth: an expression takes them, and gives them back when it is
 * done. They are local, so recursion and `await` cannot mix them up.
 */
export class Scope {
  #inUse = 0;
  #most = 0;
  readonly #declaration: Edit;

  constructor(declaration: Edit) {
    this.#declaration = declaration;
  }

  take(): string {
    this.#inUse++;
    this.#most = Math.max(this.#most, this.#inUse);
    return runtimeName + (this.#inUse - 1);
  }

  /** Gives back all that were taken since `mark()`. */
  release(mark: number): void {
    this.#inUse = mark;
  }

  mark(): number {
    return this.#inUse;
  }

  /** Writes the declaration, at the end of the function. */
  declare(): void {
    if (this.#most === 0) return;
    const names = Array.from({ length: this.#most }, (_, i) => runtimeName + i);
    this.#declaration.text += `let ${names.join(',')};`;
  }
}
