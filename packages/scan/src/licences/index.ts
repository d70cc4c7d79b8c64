export { licenceFindings } from './findings.ts';
export { licencesOf, type LicencedPackage, type LicenceReport } from './licences.ts';
export { noticeOf } from './notice.ts';
