import type { Api } from '@plumbline/server';

export type RouteName = keyof Api;
export type Answer<R extends RouteName> = Api[R]['output'];

/** What the server said no with, in its words. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
  }
}

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/**
 * Calls a route of the server, by the name that it has there. Names, inputs and answers are the server's own types: a
 * route that changes breaks the page that calls it when it is compiled.
 */
export async function call<R extends RouteName>(route: R, input: Api[R]['input']): Promise<Answer<R>> {
  const [method = '', path = ''] = route.split(' ');
  const { params, query, body } = input as Parts;
  const response = await fetch(addressOf(path, params ?? {}, query ?? {}), {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw refusal(response.status, answer);
  return answer as Answer<R>;
}

function addressOf(path: string, params: NonNullable<Parts['params']>, query: NonNullable<Parts['query']>): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function refusal(status: number, answer: unknown): Refusal {
  const { code = 'unknown', message = `The server answered ${status}.` } = answer as {
    code?: string;
    message?: string;
  };
  return new Refusal(status, code, message);
}
