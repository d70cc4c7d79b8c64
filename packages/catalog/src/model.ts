import { closed, type Value } from '@plumbline/core';
import { Type } from 'typebox';

/**
 * A model says what a library does: which of its values come from outside, which of its calls do harm, what cleans.
 * The static engine, the agents and the reachability of advisories read the same rows.
 *
 * Access paths name things by where they come from, not by what a file calls them:
 *
 *     child_process.exec            member `exec` of the module `child_process`
 *     flask.request.args            members of members
 *     express.Request#query         member `query` of any value of type `express.Request`
 *     net/http.Request#FormValue    the module is `net/http`
 *     java.sql.Statement#execute    the class is `java.sql.Statement`
 *     sqlite3.Cursor#{execute,executemany}   one row for several names
 *
 * A type's name is the access path of its class where the library exports it, else a name of ours in its module.
 */
export const AccessPath = Type.String({ minLength: 1 });

/** Which argument: a position from 0, a keyword or option name, `*` for all, `2..` for the third and all after it. */
export const Argument = Type.Union([Type.Integer({ minimum: 0 }), Type.String({ minLength: 1 })]);
export type Argument = Value<typeof Argument>;

/** Where a value goes into a call or comes out of it: `return`, `this`, or an argument. */
export const Port = Argument;
export type Port = Value<typeof Port>;

/**
 * A condition on one argument of a call. All named parts must hold.
 *
 * Shape: `key` looks into an options object (`cookie.secure` for nested ones). `absent: true` holds when the argument
 *        or key is not given; what cannot be told from the text (a variable, a spread) never holds.
 */
export const Condition = Type.Object(
  {
    arg: Argument,
    key: Type.Optional(Type.String()),
    absent: Type.Optional(Type.Boolean()),
    in: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]))),
    matches: Type.Optional(Type.String({ description: 'Regular expression for a constant string, ignoring case.' })),
    constant: Type.Optional(Type.Boolean({ description: 'Whether the argument is built from constants alone.' })),
  },
  closed,
);
export type Condition = Value<typeof Condition>;

/** The value at this access path has this type: a call's result, a member, an exported class. */
const TypeRow = Type.Object(
  {
    at: AccessPath,
    is: AccessPath,
  },
  closed,
);

/** Functions handed to this call are called by the library, with parameters of these types (`_` = of no interest). */
const CallbackRow = Type.Object(
  {
    at: AccessPath,
    arg: Argument,
    params: Type.Array(Type.String()),
  },
  closed,
);

/**
 * Functions that the library calls by itself: with this decorator or annotation, or overriding this method.
 * `params` gives types by position, `sources` the kind of data that every other parameter carries.
 */
const EntryRow = Type.Object(
  {
    decorator: Type.Optional(AccessPath),
    overrides: Type.Optional(AccessPath),
    params: Type.Optional(Type.Array(Type.String())),
    sources: Type.Optional(Type.String()),
  },
  closed,
);

/** Data from outside: a member, or what a call returns (or writes into `to`). */
const SourceRow = Type.Object(
  {
    at: AccessPath,
    kind: Type.String(),
    to: Type.Optional(Port),
  },
  closed,
);

/** A call (or `new`, or assignment to a member) that does harm with outside data in `arg`. */
const SinkRow = Type.Object(
  {
    at: AccessPath,
    arg: Type.Union([Argument, Type.Array(Argument)]),
    kind: Type.String(),
    when: Type.Optional(Type.Array(Condition)),
  },
  closed,
);

/** The call carries data from one port to another. Calls without a row carry from every argument to the result. */
const FlowRow = Type.Object(
  {
    at: AccessPath,
    from: Type.Union([Port, Type.Array(Port)]),
    to: Port,
  },
  closed,
);

/** The call's result is safe for sinks of these kinds (`*` = all), whatever goes in. */
const CleanRow = Type.Object({ at: AccessPath, for: Type.Array(Type.String()) }, closed);

/** A call that is wrong by itself, without outside data: a weak hash, a cookie without its flags. */
const UseRow = Type.Object(
  {
    at: AccessPath,
    kind: Type.String(),
    when: Type.Optional(Type.Array(Condition)),
  },
  closed,
);

export const Model = Type.Object(
  {
    library: Type.String(),
    language: Type.Enum(['javascript', 'python', 'java', 'go']),
    package: Type.Optional(Type.String({ description: 'purl without version; none for a standard library.' })),
    docs: Type.String({ description: 'URL of the API documentation that the rows were written from.' }),
    runtime: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description:
          'For types that the library does not export under their own name: where an agent finds the object that holds their members, as an access path: `express.Response: express.response`.',
      }),
    ),
    types: Type.Optional(Type.Array(TypeRow)),
    callbacks: Type.Optional(Type.Array(CallbackRow)),
    entries: Type.Optional(Type.Array(EntryRow)),
    sources: Type.Optional(Type.Array(SourceRow)),
    sinks: Type.Optional(Type.Array(SinkRow)),
    flow: Type.Optional(Type.Array(FlowRow)),
    clean: Type.Optional(Type.Array(CleanRow)),
    uses: Type.Optional(Type.Array(UseRow)),
  },
  closed,
);
export type Model = Value<typeof Model>;
export type SinkRow = Value<typeof SinkRow>;
export type SourceRow = Value<typeof SourceRow>;
export type UseRow = Value<typeof UseRow>;

/** The access paths that a path with alternatives stands for: `a.{b,c}` → `a.b`, `a.c`. */
export function alternatives(path: string): string[] {
  const found = /^(.*?)\{([^}]*)\}(.*)$/.exec(path);
  if (!found) return [path];
  return found[2]!.split(',').flatMap((it) => alternatives(`${found[1]}${it.trim()}${found[3]}`));
}
