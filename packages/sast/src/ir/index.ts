/** The door `@plumbline/sast/ir`: for who wants trees and code and no findings: benches, dumps, tests of tables. */
export { languageOf, languages } from '../languages/index.ts';
export type { Language } from '../languages/language.ts';
export { kindNames, roleNames } from '../languages/kinds.ts';
export { Lowerer, type Witness } from '../tree/lower.ts';
export { prepare } from '../tree/plan.ts';
export { printTree } from '../tree/print.ts';
export { Texts } from '../tree/texts.ts';
export type { Tree } from '../tree/tree.ts';
export { buildIr } from './build.ts';
export type { Ir } from './ir.ts';
export { printIr } from './print.ts';
