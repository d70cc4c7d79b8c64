-- Every table is keyed by organisation first, and every foreign key carries it: rows of one organisation can live on
-- one node of a distributed PostgreSQL, and no query can reach across by mistake.

create table organisations (
  org_id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table users (
  org_id uuid not null references organisations,
  id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, name)
);

-- Secrets are kept as SHA-256: they are long and random, so that a slow hash would add nothing.
create table login_links (
  org_id uuid not null references organisations,
  hash bytea not null,
  user_id uuid not null,
  expires_at timestamptz not null,
  primary key (org_id, hash),
  foreign key (org_id, user_id) references users on delete cascade
);

create table sessions (
  org_id uuid not null references organisations,
  hash bytea not null,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (org_id, hash),
  foreign key (org_id, user_id) references users on delete cascade
);

create table tokens (
  org_id uuid not null references organisations,
  id uuid not null,
  hash bytea not null,
  name text not null,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  unique (org_id, hash)
);

-- A repository. The first branch that is scanned is the one whose state counts.
create table projects (
  org_id uuid not null references organisations,
  id uuid not null,
  name text not null,
  default_branch text,
  created_at timestamptz not null default now(),
  primary key (org_id, id),
  unique (org_id, name)
);

-- Something that runs. The same service in two environments is two rows.
create table services (
  org_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  name text not null,
  environment text not null default '',
  version text,
  runtime text not null,
  agent text not null,
  dropped bigint not null default 0,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (org_id, id),
  unique (org_id, project_id, name, environment),
  foreign key (org_id, project_id) references projects on delete cascade
);

create table scans (
  org_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  branch text not null default '',
  commit text,
  tool_version text not null,
  coverage jsonb,
  stats jsonb not null,
  problems jsonb not null,
  findings integer not null,
  packages integer not null,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, project_id) references projects on delete cascade
);
create index scans_of_project on scans (org_id, project_id, created_at desc);

-- The libraries of a project as its last scan of a branch saw them.
create table packages (
  org_id uuid not null,
  project_id uuid not null,
  branch text not null default '',
  id text not null,
  purl text not null,
  ecosystem text not null,
  name text not null,
  version text not null,
  direct boolean not null,
  scopes text[] not null,
  licenses text[] not null,
  location jsonb not null,
  primary key (org_id, project_id, branch, id),
  foreign key (org_id, project_id) references projects on delete cascade
);
create index packages_by_purl on packages (org_id, purl);

-- One finding, whatever saw it. `state` is what detection knows; `status` is what the lists show: state, triage and
-- suppression in the source text together. `static` is false while only a running service has shown it.
-- `evidence`, `services`, `status` and `rank` repeat what other columns and tables say, so that a list reads one table.
-- `rank` is the order of work: the worst first, and of two as bad the one that a running service has shown.
create table findings (
  org_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  rule text not null,
  title text not null,
  severity smallint not null,
  confidence text not null,
  file text not null,
  line integer not null,
  col integer not null,
  sink text,
  purl text,
  body jsonb not null,
  static boolean not null,
  state text not null default 'open' check (state in ('open', 'fixed', 'removed')),
  suppressed boolean not null default false,
  status text not null default 'open',
  rank smallint not null default 0,
  evidence text[] not null default '{}',
  services text[] not null default '{}',
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  closed_at timestamptz,
  reopened_at timestamptz,
  search text not null,
  primary key (org_id, id),
  foreign key (org_id, project_id) references projects on delete cascade
);
create index findings_by_rank on findings (org_id, status, rank, first_seen desc, id desc);
create index findings_by_age on findings (org_id, first_seen desc, id desc);
create index findings_of_project on findings (org_id, project_id, rule);
create index findings_of_library on findings (org_id, project_id, purl) where purl is not null;

-- What follows belongs to a finding and is written in one transaction with it, thousands of rows at a time. It has no
-- foreign key: checking each row costs more than writing it (measured: 5,000 findings took 0.9 s without, 9 to 17 s with,
-- where PostgreSQL had planned the check while the table was small).

create table fingerprints (
  org_id uuid not null,
  project_id uuid not null,
  finding_id uuid not null,
  rank smallint not null,
  algorithm text not null,
  version integer not null,
  value text not null,
  primary key (org_id, project_id, finding_id, algorithm, version)
);

-- Where and since when a branch has a finding: what the scans of that branch say.
create table sightings (
  org_id uuid not null,
  project_id uuid not null,
  finding_id uuid not null,
  branch text not null default '',
  first_scan uuid not null,
  last_scan uuid not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  state text not null default 'open' check (state in ('open', 'fixed', 'removed')),
  primary key (org_id, project_id, finding_id, branch)
);

-- The rungs of the evidence ladder. `key` says which observations are one and the same.
create table evidence (
  org_id uuid not null,
  finding_id uuid not null,
  key text not null,
  kind text not null,
  service text,
  environment text,
  body jsonb not null,
  hits bigint not null default 1,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (org_id, finding_id, key)
);
create index evidence_by_service on evidence (org_id, service) where service is not null;

-- What people decided. It belongs to the finding's identity, never to a scan, a version or a branch.
create table triage (
  org_id uuid not null,
  finding_id uuid not null,
  status text not null check (status in ('open', 'reviewing', 'to_fix', 'ignored')),
  reason text,
  comment text not null default '',
  by text not null,
  at timestamptz not null,
  primary key (org_id, finding_id)
);

-- What happened to a finding, for its page.
create table events (
  org_id uuid not null,
  id uuid not null,
  finding_id uuid not null,
  kind text not null,
  detail jsonb not null default '{}',
  by text not null,
  at timestamptz not null,
  primary key (org_id, id)
);
create index events_of_finding on events (org_id, finding_id, at);

create table loaded_packages (
  org_id uuid not null,
  service_id uuid not null,
  purl text not null,
  name text not null,
  version text not null,
  file text not null,
  service_version text,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (org_id, service_id, purl),
  foreign key (org_id, service_id) references services on delete cascade
);

-- Reports of agents that have arrived: an agent that hears no answer sends again, and its hits must not count twice.
create table receipts (
  org_id uuid not null references organisations,
  hash bytea not null,
  received_at timestamptz not null,
  primary key (org_id, hash)
);
create index receipts_by_age on receipts (org_id, received_at);
