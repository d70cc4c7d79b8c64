export { explainRule, type RuleExplanation, type ShownMatch, type ShownStep } from './authoring/explain.ts';
export { builtPage, type BuiltPage } from './authoring/built-pages.ts';
export { rulePage, rulePages, type PageSources, type RulePage } from './authoring/rule-pages.ts';
export { testRules, type RuleTestFailure, type RuleTests } from './authoring/rule-tests.ts';
export { validateRules, type Validation } from './authoring/validate.ts';
export {
  cyclonedx,
  cyclonedxAs,
  csafVex,
  cyclonedxVex,
  cyclonedxXml,
  githubSnapshot,
  openvex,
  spdx,
  spdx3,
  spdxTagValue,
  unifiedDiff,
  whyIs,
  type FixPlan,
  type Reasons,
} from '@plumbline/sca';
export { cacheFolder, cacheStatus, clearCache, type CacheStatus } from './cache/index.ts';
export { readConfig, thresholds, type Config, type Threshold } from './config/config.ts';
export {
  advisoriesFolder,
  advisoryStatus,
  importAdvisories,
  openAdvisories,
  readKey,
  signAdvisories,
  sourceUrls,
  updateAdvisories,
  usualEcosystems,
  verifyAdvisories,
  type AdvisoryStatus,
  type AdvisoryStore,
  type ImportOptions,
  type ImportSummary,
  type Manifest,
  type SourceOutcome,
  type SourceUrls,
  type UpdateOptions,
  type UpdateSummary,
  type Verification,
  type Web,
} from './feeds/index.ts';
export { applyFixes, fix, type FixReport, type FixRequest } from './fixes/fix.ts';
export {
  knownRegistries,
  registriesFolder,
  registryPlaces,
  releasesOf,
  type RegistryUrls,
  type ReleaseOptions,
} from './registries/index.ts';
export { licencesOf, noticeOf, type LicencedPackage, type LicenceReport } from './licences/index.ts';
export { jsonReport } from './report/json.ts';
export { reportSchema } from './report/schema.ts';
export { sarifReport } from './report/sarif/sarif.ts';
export { plain } from './report/text/plain.ts';
export { textReport, type TextOptions } from './report/text/text.ts';
export { ruleChoice, type AskedRules } from './rule-choice.ts';
export {
  bundled,
  categoryOf,
  everyRule,
  isAddress,
  libraryRules,
  loadKnowledge,
  packsOf,
  type Area,
  type Knowledge,
  type Pack,
  type RuleChoice,
} from './rules/index.ts';
export type { ResolveRequest } from './resolved.ts';
export { scan, type EngineName, type Phase, type ScanOptions } from './scan.ts';
export { judge, type Gate, type Verdict } from './gate.ts';
export { targetOf, type Target } from './target.ts';
export { upload, type Platform } from './upload.ts';
export { toolVersion } from './version.ts';
export { skipReasons, type Skip, type SkipReason } from './walk/skip.ts';
