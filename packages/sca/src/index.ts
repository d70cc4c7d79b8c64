/**
 * The dependency engine: manifests and lock files in, packages and findings out. Pure: files and advisories are handed
 * in as values, nothing is fetched and no package manager is run.
 */
export {
  combine,
  type Advisory,
  type AdvisorySource,
  type AdvisoryText,
  type AffectedRange,
  type Attacks,
} from './advisories/advisory.ts';
export { advisoriesFrom, type OsvFile } from './advisories/memory.ts';
export { match } from './advisories/match.ts';
export { normalName } from './advisories/name.ts';
export type { Exposure } from './advisories/risk.ts';
export { osvLimits, readOsv, readOsvText, type OsvRecord, type Unusable } from './advisories/osv.ts';
export type { ByteSource } from './archives/byte-source.ts';
export { extract, extraction, isManifest, lockfileOf, type Reading, readsParts } from './extract.ts';
export { withFixes } from './fixes/finding-fixes.ts';
export { type Release, type VersionSource } from './fixes/candidates.ts';
export { isEditable } from './fixes/manifests/index.ts';
export { planFixes, type FixOptions, type FixPlan, type Fixes } from './fixes/plan.ts';
export { bringersOf } from './fixes/raise.ts';
export type { Strategy } from './fixes/strategies.ts';
export { unifiedDiff, type Change } from './fixes/unified-diff.ts';
export { healthFindings, type HealthFacts } from './health/health.ts';
export { readLifecycles, type Lifecycles } from './health/lifecycles.ts';
export { withScorecards } from './health/maintenance.ts';
export { healthCategory, healthRules, type HealthRule, type HealthRuleId } from './health/rules.ts';
export { repositoryNamed, type Scorecard } from './health/scorecards.ts';
export * from './licences/index.ts';
export type { ProjectFiles } from './project.ts';
export {
  Asking,
  questionKey,
  type Answer,
  type Answers,
  type Question,
  type QuestionKind,
  type Registries,
} from './resolve/question.ts';
export { resolveNpm } from './resolve/npm/resolve.ts';
export { resolverOf, type ResolutionRound, type ResolveOptions } from './resolve/resolve.ts';
export type { NpmRelease, Packument } from './resolve/npm/packument.ts';
export type { PythonFile, PythonMetadata, PythonRelease } from './resolve/pypi/release.ts';
export { resolve as resolveNode } from './resolve/npm/tree.ts';
export { withReach, type ProjectCode } from './reach/reach.ts';
export type { SymbolRow } from './reach/symbols.ts';
export { unpacking as unzstdStream } from './archives/zstd.ts';
export { itemsOf, member, membersOf, type JsonValue } from './text/json.ts';
export { childText, listed, readXml, type XmlElement } from './text/xml.ts';
export { linesOf } from './text/lines.ts';
export { readYaml } from './text/yaml.ts';
export { readVex } from './vex/read.ts';
export type { VexStatement, VexStatus } from './vex/statement.ts';
export { csafVex, cyclonedxVex, openvex, type VexOptions } from './vex/write.ts';
export { whyIs, type Reasons, type Way } from './why/why.ts';
export { cyclonedxAs, cyclonedxVersions, type AnyBom, type CyclonedxVersion } from './sbom/cyclonedx-versions.ts';
export { cyclonedxXml } from './sbom/cyclonedx-xml.ts';
export { githubSnapshot, type Snapshot, type SnapshotOptions } from './sbom/github.ts';
export { spdx, spdxTagValue, type SpdxDocument, type SpdxOptions } from './sbom/spdx.ts';
export { spdx3, type Spdx3Document } from './sbom/spdx3.ts';
export { cyclonedx, type Bom, type BomOptions } from './sbom/cyclonedx.ts';

/** What to say when a scan has no advisories to compare packages with. */
export const noAdvisories =
  'There is no advisory data, so no vulnerable or malicious package can be found. Fetch some (`plumb db update`), or download OSV records (https://osv.dev, all.zip of an ecosystem) and run `plumb db import <file>`.';
