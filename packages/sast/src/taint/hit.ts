import type { Mask } from '../resolve/columns.ts';
import type { UseRow } from '@plumbline/catalog';
import type { Fact } from './value.ts';

/** A place where data does harm. */
export interface SinkPlace {
  /** The call, and the argument that does it. */
  readonly node: number;
  readonly argument: number;
  /** Access path of the row that says so. */
  readonly at: string;
  readonly function: number;
}

/** Data that reaches a sink; `fact.mask` holds the columns that ask for it. */
export interface Hit {
  readonly sink: SinkPlace;
  readonly fact: Fact;
  readonly mask: Mask;
}

/** A call that is wrong by itself. */
export interface UseHit {
  readonly node: number;
  readonly instruction: number;
  readonly at: string;
  readonly row: UseRow;
  readonly function: number;
}
