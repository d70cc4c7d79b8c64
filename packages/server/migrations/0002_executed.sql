-- Vulnerable parts of a loaded package that have run: access path, and the first call in the application that led there.
create table executed_symbols (
  org_id uuid not null,
  service_id uuid not null,
  purl text not null,
  symbol text not null,
  function text,
  location jsonb,
  service_version text,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (org_id, service_id, purl, symbol),
  foreign key (org_id, service_id) references services on delete cascade
);
