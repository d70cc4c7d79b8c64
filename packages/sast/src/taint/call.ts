import type { Arguments } from './arguments.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';

/** One call, with everything that its parts need to know. */
export interface Call {
  readonly frame: Frame;
  readonly at: number;
  readonly node: number;
  readonly callee: Value;
  readonly args: Arguments;
  /** Name of the method, '' for other calls. */
  readonly method: string;
  readonly isNew: boolean;
}
