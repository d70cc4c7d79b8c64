import { Op } from '../ir/instructions.ts';
import type { Program } from './program.ts';

/** The instruction that makes a variable's value, if there is only one. */
export function writerOf(program: Program, variable: number): number {
  return variable >= 0 && program.writes[variable] === 1 ? program.writer[variable]! : -1;
}

/** Whether the instruction reads a member. */
export function isLoad(program: Program, at: number): boolean {
  return at >= 0 && program.ir.op[at] === Op.load;
}
