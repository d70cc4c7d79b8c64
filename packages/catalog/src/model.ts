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
 *     globalThis.eval               a name that the language itself brings; `builtins.eval` in Python
 *     sqlite3.Cursor#{execute,executemany}   one row for several names
 *
 * A type's name is the access path of its class where the library exports it, else a name of ours in its module.
 * JavaScript modules of Node are written without `node:` where they can be imported without it.
 */
const AccessPath = Type.String({ minLength: 1 });

/** Which argument: a position from 0, a keyword's name, `*` for all, `2..` for the third and all after it, `this`. */
export const Argument = Type.Union([Type.Integer({ minimum: 0 }), Type.String({ minLength: 1 })]);
export type Argument = Value<typeof Argument>;

/** Where a value goes into a call or comes out of it: `return`, `this`, or an argument. */
export const Port = Type.Union([Type.Integer({ minimum: 0 }), Type.String({ minLength: 1 })]);
export type Port = Value<typeof Port>;

const constants = Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]));

/**
 * A condition on one argument of a call. All named parts must hold.
 *
 * Shape: `key` looks into an options object (`cookie.secure` for nested ones). `absent: true` holds when the argument
 *        or key is not given; what cannot be told from the text (a variable, a spread) never holds.
 *        `type` holds for values of that type.
 */
export const Condition = Type.Object(
  {
    arg: Argument,
    key: Type.Optional(Type.String()),
    absent: Type.Optional(Type.Boolean()),
    in: Type.Optional(constants),
    matches: Type.Optional(Type.String({ description: 'Regular expression for a constant string, ignoring case.' })),
    type: Type.Optional(AccessPath),
    constant: Type.Optional(Type.Boolean({ description: 'Whether the argument is built from constants alone.' })),
  },
  closed,
);
export type Condition = Value<typeof Condition>;

/** The value at this access path has this type: a call's result, a member, an exported class. */
const TypeRow = Type.Object({ at: AccessPath, is: AccessPath }, closed);

/** Values of the first type have all members of the second: what is said of `inherits` holds for `type`. */
const InheritRow = Type.Object({ type: AccessPath, inherits: AccessPath }, closed);

/** Functions handed to this call are called by the library, with parameters of these types (`_` = of no interest). */
const CallbackRow = Type.Object({ at: AccessPath, arg: Argument, params: Type.Array(Type.String()) }, closed);

/**
 * Functions that the library calls by itself: with this decorator or annotation, overriding this method, or (a custom
 * rather than a contract) with first parameters of these names. With `parameter`, a decorator of a
 * parameter, only that parameter carries `sources`. A decorator `*#route` is that method of a value that the
 * file does not tell about, in files that import the library.
 * `params` gives types by position, `sources` the kind of data that every other parameter carries; what such a
 * function returns goes to the sinks of kind `returns`. A parameter is no such data if `safe`, a regular expression with
 * its name for `NAME`, matches the decorator: `<int:NAME>`.
 */
const EntryRow = Type.Object(
  {
    decorator: Type.Optional(AccessPath),
    parameter: Type.Optional(AccessPath),
    overrides: Type.Optional(AccessPath),
    named: Type.Optional(Type.Array(Type.String())),
    safe: Type.Optional(Type.String()),
    params: Type.Optional(Type.Array(Type.String())),
    sources: Type.Optional(Type.String()),
    returns: Type.Optional(Type.String()),
  },
  closed,
);

/** Data from outside: a member, or what a call returns (or writes into `to`). */
const SourceRow = Type.Object({ at: AccessPath, kind: Type.String(), to: Type.Optional(Port) }, closed);

/**
 * A call (or `new`, or assignment to a member, then `arg` is 0) that does harm with outside data in `arg`.
 *
 * Shape: `key` names one option of an options object; without it only the argument itself and its list elements count.
 *        `*` = also whatever its fields hold. A row at a member `__setitem__` is about `object[0] = 1`, in JavaScript also
 *        about `object.name = 1`.
 */
const SinkRow = Type.Object(
  {
    at: AccessPath,
    arg: Type.Union([Argument, Type.Array(Argument)]),
    key: Type.Optional(Type.String()),
    kind: Type.String(),
    when: Type.Optional(Type.Array(Condition)),
  },
  closed,
);

/**
 * The call carries data from one port to another. Calls without a row carry from every argument and the receiver to
 * the result. `key` is a field of `to` that is written, as by a setter or a
 * constructor (`return`).
 */
const FlowRow = Type.Object(
  {
    at: AccessPath,
    from: Type.Union([Port, Type.Array(Port)]),
    to: Port,
    key: Type.Optional(Type.String()),
  },
  closed,
);

/**
 * The call's result is safe for sinks of these kinds (`*` = all), whatever goes in.
 *
 * Shape: with `named` in place of `at` it is a custom rather than a contract: a function that the file does not hold and
 *        whose last name fits this regular expression (ignoring case), as `escapeHtml`.
 */
const CleanRow = Type.Object(
  { at: Type.Optional(AccessPath), named: Type.Optional(Type.String()), for: Type.Array(Type.String()) },
  closed,
);

/**
 * A call whose outcome vouches for a value: where it is `when`, the value at `checks` is safe for sinks of these kinds.
 *
 * Shape: `given` must not hold outside data (a fixed list); with `pattern` it must be a regular expression for the
 *        whole text that allows few characters. with `matches` it must be a constant that this regular expression fits.
 *        `*#name` is the method of this name of values of any type, `*#__contains__` also Python's `in`.
 */
const GuardRow = Type.Object(
  {
    at: AccessPath,
    checks: Port,
    given: Type.Optional(Port),
    pattern: Type.Optional(Type.Boolean()),
    matches: Type.Optional(Type.String()),
    when: Type.Boolean(),
    for: Type.Array(Type.String()),
  },
  closed,
);

/**
 * A part of a value by which the whole can be told: what is known of the host is known of the address that argument
 * `of` brings. No `member` = the call's result is the whole in another form.
 */
const PartRow = Type.Object(
  { at: AccessPath, member: Type.Array(Type.String()), of: Port, for: Type.Array(Type.String()) },
  closed,
);

/** An edit that ends a `uses` finding and changes nothing else: sets an option (`arg`, `key`) to a literal. */
const UseFix = Type.Object(
  { arg: Argument, key: Type.Optional(Type.String()), text: Type.String(), says: Type.String() },
  closed,
);
export type UseFix = Value<typeof UseFix>;

/** A call that is wrong by itself, without outside data: a weak hash, a cookie without its flags. */
const UseRow = Type.Object(
  {
    at: AccessPath,
    kind: Type.String(),
    when: Type.Optional(Type.Array(Condition)),
    assigned: Type.Optional(Type.Boolean({ description: 'Not a call but an assignment to this member; `arg` is 0.' })),
    says: Type.Optional(Type.String({ description: 'What is wrong here, to follow "this call …".' })),
    fix: Type.Optional(UseFix),
  },
  closed,
);

export const languages = ['javascript', 'python', 'java', 'go'] as const;

export const Model = Type.Object(
  {
    library: Type.String({ minLength: 1 }),
    language: Type.Enum(languages),
    package: Type.Optional(Type.String({ description: 'purl without version; none for a standard library.' })),
    docs: Type.String({ description: 'URL of the API documentation that the rows were written from.', minLength: 1 }),
    runtime: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description:
          'For types that the library does not export under their own name: where an agent finds the object that holds their members, as an access path: `express.Response: express.response`.',
      }),
    ),
    types: Type.Optional(Type.Array(TypeRow)),
    inherits: Type.Optional(Type.Array(InheritRow)),
    callbacks: Type.Optional(Type.Array(CallbackRow)),
    entries: Type.Optional(Type.Array(EntryRow)),
    sources: Type.Optional(Type.Array(SourceRow)),
    sinks: Type.Optional(Type.Array(SinkRow)),
    flow: Type.Optional(Type.Array(FlowRow)),
    clean: Type.Optional(Type.Array(CleanRow)),
    guards: Type.Optional(Type.Array(GuardRow)),
    parts: Type.Optional(Type.Array(PartRow)),
    uses: Type.Optional(Type.Array(UseRow)),
  },
  closed,
);
export type Model = Value<typeof Model>;
export type TypeRow = Value<typeof TypeRow>;
export type InheritRow = Value<typeof InheritRow>;
export type CallbackRow = Value<typeof CallbackRow>;
export type EntryRow = Value<typeof EntryRow>;
export type SinkRow = Value<typeof SinkRow>;
export type SourceRow = Value<typeof SourceRow>;
export type FlowRow = Value<typeof FlowRow>;
export type CleanRow = Value<typeof CleanRow>;
export type PartRow = Value<typeof PartRow>;
export type GuardRow = Value<typeof GuardRow>;
export type UseRow = Value<typeof UseRow>;

/** The access paths that a path with alternatives stands for: `a.{b,c}` → `a.b`, `a.c`. */
export function alternatives(path: string): string[] {
  const found = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path);
  if (!found) return [path];
  return found[2]!.split(',').flatMap((it) => alternatives(`${found[1]}${it.trim()}${found[3]}`));
}
