export { advisoriesFolder } from './folder.ts';
export { importAdvisories, type ImportOptions, type ImportSummary, type Skipped } from './import.ts';
export type { PackHeader } from './pack-format.ts';
export { openAdvisories, type AdvisoryPack } from './pack-reader.ts';
export { advisoryStatus, type AdvisoryStatus } from './status.ts';
