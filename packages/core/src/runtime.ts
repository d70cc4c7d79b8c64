import { Type } from 'typebox';
import { Finding } from './finding.ts';
import { Location } from './location.ts';
import { closed, type Value } from './schema.ts';

export const runtimeReportVersion = '1.0';

/** A vulnerable part of a package that has run, and the first call in the application's own code that led to it. */
export const ExecutedSymbol = Type.Object(
  {
    symbol: Type.String({ description: 'Access path, as in the catalogue.' }),
    function: Type.Optional(Type.String()),
    location: Type.Optional(Location),
    at: Type.String({ format: 'date-time' }),
  },
  closed,
);
export type ExecutedSymbol = Value<typeof ExecutedSymbol>;

/** A package that a process has loaded, with the first of its files that was. */
export const LoadedPackage = Type.Object(
  {
    purl: Type.String(),
    name: Type.String(),
    version: Type.String(),
    file: Type.String(),
    at: Type.String({ format: 'date-time' }),
    executed: Type.Optional(Type.Array(ExecutedSymbol)),
  },
  closed,
);
export type LoadedPackage = Value<typeof LoadedPackage>;

/** Something that runs. `project` names the repository it was built from. */
export const ServiceState = Type.Object(
  {
    name: Type.String(),
    project: Type.String(),
    environment: Type.Optional(Type.String()),
    version: Type.Optional(Type.String()),
    runtime: Type.String({ description: 'As in `node 20.20.2`.' }),
    agent: Type.String({ description: "The agent's version." }),
  },
  closed,
);
export type ServiceState = Value<typeof ServiceState>;

/** What an agent sends: findings with evidence `request`, and packages newly loaded since the last time. */
export const RuntimeReport = Type.Object(
  {
    version: Type.Literal(runtimeReportVersion),
    service: ServiceState,
    findings: Type.Array(Finding),
    packages: Type.Array(LoadedPackage),
    dropped: Type.Integer({ minimum: 0, description: 'Findings that the agent could not keep.' }),
  },
  closed,
);
export type RuntimeReport = Value<typeof RuntimeReport>;
