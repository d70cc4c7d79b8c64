/**
 * Resolvers are pure: what registries know is handed in. A resolver goes as far as the answers that are there carry it, and
 * notes what it would have asked; who fetches asks that, and calls again. Since every round starts anew, the result depends on
 * the answers alone.
 */
import type { PythonMetadata, PythonRelease } from './pypi/release.ts';
import type { Packument } from './npm/packument.ts';

/** What may be asked, and what is answered. */
export interface Answers {
  /** All versions of a package of npm. */
  readonly npm: Packument;
  /** All versions of a project of a Python index. */
  readonly pypi: readonly PythonRelease[];
  readonly 'pypi-metadata': PythonMetadata;
  /** The versions of `group:artifact`. */
  readonly 'maven-versions': readonly string[];
  /** The text of a pom. */
  readonly 'maven-pom': string;
}
export type QuestionKind = keyof Answers;

export interface Question<K extends QuestionKind = QuestionKind> {
  readonly is: K;
  readonly name: string;
  /** Empty for what is not asked about one version. */
  readonly version: string;
  /** Where the answer is, when an earlier answer told. */
  readonly address?: string | undefined;
}

export type Answer<T> =
  | { readonly is: 'known'; readonly value: T }
  /** Nobody has it, or nobody can be asked. */
  | { readonly is: 'absent'; readonly reason: string };

/** What is known so far; undefined for what nobody has asked yet. */
export interface Registries {
  answer<K extends QuestionKind>(question: Question<K>): Answer<Answers[K]> | undefined;
}

/** Answers, with a list of what else has to be asked. */
export class Asking {
  readonly missing = new Map<string, Question>();
  readonly #registries: Registries;

  constructor(registries: Registries) {
    this.#registries = registries;
  }

  ask<K extends QuestionKind>(question: Question<K>): Answer<Answers[K]> | undefined {
    const answer = this.#registries.answer(question);
    if (!answer) this.missing.set(questionKey(question), question);
    return answer;
  }
}

export function questionKey({ is, name, version }: Question): string {
  return `${is} ${name} ${version}`;
}
