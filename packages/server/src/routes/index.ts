import { finding, triageFinding } from './finding.ts';
import { findingFacets, findings } from './findings.ts';
import { health } from './health.ts';
import { sendRuntime, sendScan } from './reports.ts';
import type { Input, Output, Shape } from './route.ts';
import { beginSession, endSession, whoAmI } from './session.ts';
import { createToken, deleteToken, tokens } from './tokens.ts';

/** All routes. */
export const routes = [
  health,
  beginSession,
  whoAmI,
  endSession,
  findings,
  findingFacets,
  finding,
  triageFinding,
  sendScan,
  sendRuntime,
  tokens,
  createToken,
  deleteToken,
] as const;

type Shapes = (typeof routes)[number]['shape'];
type Name<S extends Shape> = `${S['method']} ${S['url']}`;

/**
 * What the API takes and gives, by method and path. The pages and tests call it by these names: a route that is
 * renamed, or answers otherwise, breaks them when they are compiled, with no generated code in between.
 */
export type Api = { [S in Shapes as Name<S>]: { readonly input: Input<S>; readonly output: Output<S> } };
