import type { Static, TSchema } from 'typebox';
import type { Actor, Scope } from '../auth/scope.ts';
import type { Store } from '../store/store.ts';

/** Who may call a route. There is no default: a route without a policy does not compile, and does not start. */
export type Policy = 'public' | 'signed-in' | Scope;

/** What a route takes and gives, as data: the server checks it, the OpenAPI document and the pages' types come of it. */
export interface Shape {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: `/api/${string}`;
  readonly summary: string;
  readonly policy: Policy;
  /** Named limits on how often one address may call. */
  readonly limit?: 'sign-in' | 'ingest';
  /** Units: bytes. One megabyte unless said. */
  readonly bodyLimit?: number;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly response: TSchema;
}

type Part<S extends Shape, K extends 'params' | 'query' | 'body'> = S[K] extends TSchema
  ? { readonly [P in K]: Static<S[K]> }
  : unknown;

/** What a caller sends, and a handler gets. */
export type Input<S extends Shape> = Part<S, 'params'> & Part<S, 'query'> & Part<S, 'body'>;

/** What a handler returns, and a caller gets. */
export type Output<S extends Shape> = Static<S['response']>;

/** What a handler has besides its input. */
export interface Context {
  readonly store: Store;
  /** Absent on public routes alone. */
  readonly actor: Actor | undefined;
  readonly now: Date;
  readonly session: Session;
}

/** The browser's session, for the routes that begin and end it. */
export interface Session {
  readonly current: string | undefined;
  readonly begin: (secret: string) => void;
  readonly end: () => void;
}

export interface Route<S extends Shape = Shape> {
  readonly shape: S;
  handle(input: Input<S>, context: Context): Promise<Frozen<Output<S>>>;
}

/** Handlers may return what nobody changes. */
type Frozen<T> = T extends (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** A route: its shape, and what answers. Handlers know no HTTP. */
export function route<const S extends Shape>(
  shape: S,
  handle: (input: Input<S>, context: Context) => Promise<Frozen<Output<S>>>,
): Route<S> {
  return { shape, handle };
}
