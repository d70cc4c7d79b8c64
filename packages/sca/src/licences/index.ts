export { classOf, classes, type LicenceClass } from './classes.ts';
export { declared, licencesIn, parseExpression, written, type Declared, type Expression } from './expression.ts';
export {
  isOver,
  judge,
  linkages,
  overrideFor,
  verdicts,
  type Judgement,
  type LicenceOverride,
  type LicencePolicy,
  type LicenceRule,
  type Linkage,
  type Verdict,
} from './policy.ts';
export { licenceOf, readLicenceTexts, tagsIn, type LicenceMatch, type LicenceText } from './text.ts';
