import { Type } from 'typebox';
import { Location, Snippet } from './location.ts';
import { closed, type Value } from './schema.ts';

/** One stop of a value on its way from a source to a sink. */
export const FlowStep = Type.Object(
  {
    role: Type.Enum(['source', 'step', 'call', 'return', 'sink']),
    message: Type.String({ description: 'What happens to the value here, in a few words.' }),
    location: Location,
    snippet: Type.Optional(Snippet),
  },
  closed,
);
export type FlowStep = Value<typeof FlowStep>;

/** A part of a runtime value: text that the application wrote, or text that came from outside. */
export const ValuePart = Type.Object(
  { text: Type.String(), from: Type.Optional(Type.Integer({ minimum: 0, description: 'Index into `sources`.' })) },
  closed,
);
export type ValuePart = Value<typeof ValuePart>;

/** Where outside data entered the running service: an HTTP parameter, header, body field. */
export const RuntimeSource = Type.Object(
  { kind: Type.String(), name: Type.String(), value: Type.Optional(Type.String()) },
  closed,
);
export type RuntimeSource = Value<typeof RuntimeSource>;

/** A stack frame of the application's own code, innermost first. */
export const Frame = Type.Object({ function: Type.Optional(Type.String()), location: Location }, closed);
export type Frame = Value<typeof Frame>;

/** The source text matches the rule. The lowest rung for code. */
export const MatchEvidence = Type.Object({ is: Type.Literal('match') }, closed);

/** A value can reach the sink: seen in the source text. */
export const FlowEvidence = Type.Object({ is: Type.Literal('flow'), steps: Type.Array(FlowStep) }, closed);

/** A value did reach the sink: seen in a running service, in ordinary traffic. */
export const RequestEvidence = Type.Object(
  {
    is: Type.Literal('request'),
    service: Type.String(),
    environment: Type.Optional(Type.String()),
    version: Type.Optional(Type.String()),
    method: Type.Optional(Type.String()),
    route: Type.Optional(Type.String()),
    sink: Type.String({ description: 'Access path of the call that the value reached, as in the catalogue.' }),
    value: Type.Array(ValuePart),
    sources: Type.Array(RuntimeSource),
    frames: Type.Array(Frame),
    at: Type.String({ format: 'date-time' }),
    count: Type.Integer({ minimum: 1 }),
  },
  closed,
);

/** A manifest or lock file names the package. The lowest rung for libraries. */
export const DeclaredEvidence = Type.Object(
  {
    is: Type.Literal('declared'),
    location: Location,
    direct: Type.Boolean(),
    via: Type.Array(Type.String(), { description: 'Package ids from a root to this one, root first.' }),
  },
  closed,
);

/** A function of the project on the way to a place in a library. */
export const WayStep = Type.Object({ function: Type.String(), location: Location }, closed);
export type WayStep = Value<typeof WayStep>;

/**
 * The project's code leads to the library: it imports it, it uses the vulnerable part, or a way of calls from where code
 * begins to run to the vulnerable part is known.
 */
export const ReachedEvidence = Type.Object(
  {
    is: Type.Literal('reached'),
    rung: Type.Enum(['imported', 'used', 'called']),
    message: Type.String({ description: 'What was seen, for a person.' }),
    location: Location,
    symbol: Type.Optional(Type.String({ description: 'The vulnerable part that is used, as an access path.' })),
    path: Type.Array(WayStep, { description: 'From where code begins to run to the use; empty when it is not known.' }),
  },
  closed,
);

/** All files of the library's language were read, none imports it, and none loads what its text does not tell. */
export const UnimportedEvidence = Type.Object(
  { is: Type.Literal('unimported'), message: Type.String(), files: Type.Integer({ minimum: 0 }) },
  closed,
);

/** A running service has loaded the package. */
export const LoadedEvidence = Type.Object(
  {
    is: Type.Literal('loaded'),
    service: Type.String(),
    environment: Type.Optional(Type.String()),
    version: Type.Optional(Type.String()),
    file: Type.Optional(Type.String()),
    at: Type.String({ format: 'date-time' }),
  },
  closed,
);

/** The vulnerable part of the library has run in a service. The highest rung for libraries. */
export const ExecutedEvidence = Type.Object(
  {
    is: Type.Literal('executed'),
    service: Type.String(),
    environment: Type.Optional(Type.String()),
    version: Type.Optional(Type.String()),
    symbol: Type.String({ description: 'The vulnerable part, as an access path.' }),
    function: Type.Optional(Type.String({ description: "The application's function that led to it." })),
    location: Type.Optional(Location),
    at: Type.String({ format: 'date-time' }),
  },
  closed,
);

/** A rung of the evidence ladder: what has been seen of a finding, and where. */
export const Evidence = Type.Union([
  MatchEvidence,
  FlowEvidence,
  RequestEvidence,
  DeclaredEvidence,
  UnimportedEvidence,
  ReachedEvidence,
  LoadedEvidence,
  ExecutedEvidence,
]);
export type Evidence = Value<typeof Evidence>;
export type RequestEvidence = Value<typeof RequestEvidence>;
export type ExecutedEvidence = Value<typeof ExecutedEvidence>;
export type LoadedEvidence = Value<typeof LoadedEvidence>;
export type ReachedEvidence = Value<typeof ReachedEvidence>;
export type UnimportedEvidence = Value<typeof UnimportedEvidence>;
