import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { UserError } from '@plumbline/core';

/** What Fastify asks of a check: the value to go on with, or why not. */
export type Check = (value: unknown) => { value: unknown } | { error: Error };

/**
 * Checks one part of a request against its schema. Paths and queries are text: `3` becomes a number there, and one
 * value a list of one. Bodies are taken as they are; nothing is dropped or filled in.
 */
export function checker({ schema, httpPart }: { readonly schema: TSchema; readonly httpPart?: string }): Check {
  const validator = Compile(schema);
  const isText = httpPart === 'querystring' || httpPart === 'params';
  return (sent) => {
    const value: unknown = isText ? validator.Convert(sent) : sent;
    if (validator.Check(value)) return { value };
    return {
      error: new UserError('request-invalid', { message: explain(validator.Errors(value), httpPart ?? 'value') }),
    };
  };
}

interface Fault {
  readonly instancePath: string;
  readonly message: string;
}

function explain(faults: readonly Fault[], part: string): string {
  const said = faults.slice(0, 3).map((it) => `${part}${it.instancePath.slice(0, 200)} ${it.message.slice(0, 200)}`);
  return [...new Set(said)].join('; ');
}
