import type { Static, TSchema } from 'typebox';

/** What a schema describes, as values that nobody changes. */
export type Value<S extends TSchema> = Frozen<Static<S>>;

type Frozen<T> = T extends (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** An object schema takes no keys beyond its own: unknown keys are mistakes, not extensions. */
export const closed = { additionalProperties: false } as const;
