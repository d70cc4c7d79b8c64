import type { ColumnType, Generated } from 'kysely';
import type { Coverage, Evidence, Finding, Location, Problem, ScanStats } from '@plumbline/core';

/** The schema as TypeScript sees it; `migrations/` makes it. */
export interface Tables {
  organisations: { org_id: string; name: string; created_at: Generated<Date> };
  users: { org_id: string; id: string; name: string; created_at: Generated<Date> };
  login_links: { org_id: string; hash: Buffer; user_id: string; expires_at: Date };
  sessions: { org_id: string; hash: Buffer; user_id: string; created_at: Generated<Date>; expires_at: Date };
  tokens: TokenTable;
  projects: { org_id: string; id: string; name: string; default_branch: string | null; created_at: Generated<Date> };
  services: ServiceTable;
  scans: ScanTable;
  packages: PackageTable;
  findings: FindingTable;
  fingerprints: FingerprintTable;
  sightings: SightingTable;
  evidence: EvidenceTable;
  triage: TriageTable;
  events: EventTable;
  loaded_packages: LoadedPackageTable;
  executed_symbols: ExecutedSymbolTable;
  receipts: { org_id: string; hash: Buffer; received_at: Date };
}

/** What detection knows of a finding. */
export type State = 'open' | 'fixed' | 'removed';

/** What is stored of a finding as it was last seen; the rest has columns and tables of its own. */
export type FindingBody = Omit<Finding, 'evidence' | 'fingerprints'>;

/** Written as a JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;

interface TokenTable {
  org_id: string;
  id: string;
  hash: Buffer;
  name: string;
  scopes: string[];
  created_by: string;
  created_at: Generated<Date>;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

interface ServiceTable {
  org_id: string;
  id: string;
  project_id: string;
  name: string;
  environment: string;
  version: string | null;
  runtime: string;
  agent: string;
  dropped: string;
  first_seen: Date;
  last_seen: Date;
}

interface ScanTable {
  org_id: string;
  id: string;
  project_id: string;
  branch: string;
  commit: string | null;
  tool_version: string;
  coverage: Json<Coverage | null>;
  stats: Json<ScanStats>;
  problems: Json<readonly Problem[]>;
  findings: number;
  packages: number;
  created_at: Date;
}

interface PackageTable {
  org_id: string;
  project_id: string;
  branch: string;
  id: string;
  purl: string;
  ecosystem: string;
  name: string;
  version: string;
  direct: boolean;
  scopes: string[];
  licenses: string[];
  location: Json<Location>;
}

interface FindingTable {
  org_id: string;
  id: string;
  project_id: string;
  kind: Finding['kind'];
  rule: string;
  title: string;
  severity: number;
  confidence: Finding['confidence'];
  file: string;
  line: number;
  col: number;
  sink: string | null;
  purl: string | null;
  body: Json<FindingBody>;
  static: boolean;
  state: State;
  suppressed: boolean;
  status: string;
  rank: number;
  evidence: string[];
  services: string[];
  first_seen: Date;
  last_seen: Date;
  closed_at: Date | null;
  reopened_at: Date | null;
  search: string;
}

interface FingerprintTable {
  org_id: string;
  project_id: string;
  finding_id: string;
  rank: number;
  algorithm: string;
  version: number;
  value: string;
}

interface SightingTable {
  org_id: string;
  project_id: string;
  finding_id: string;
  branch: string;
  first_scan: string;
  last_scan: string;
  first_seen: Date;
  last_seen: Date;
  state: State;
}

interface EvidenceTable {
  org_id: string;
  finding_id: string;
  key: string;
  kind: Evidence['is'];
  service: string | null;
  environment: string | null;
  body: Json<Evidence>;
  hits: string;
  first_seen: Date;
  last_seen: Date;
}

interface TriageTable {
  org_id: string;
  finding_id: string;
  status: string;
  reason: string | null;
  comment: string;
  by: string;
  at: Date;
}

interface EventTable {
  org_id: string;
  id: string;
  finding_id: string;
  kind: string;
  detail: Json<Readonly<Record<string, unknown>>>;
  by: string;
  at: Date;
}

interface ExecutedSymbolTable {
  org_id: string;
  service_id: string;
  purl: string;
  symbol: string;
  function: string | null;
  location: Json<Finding['location']> | null;
  service_version: string | null;
  first_seen: Date;
  last_seen: Date;
}

interface LoadedPackageTable {
  org_id: string;
  service_id: string;
  purl: string;
  name: string;
  version: string;
  file: string;
  service_version: string | null;
  first_seen: Date;
  last_seen: Date;
}
