import { sql } from 'kysely';
import type { LoadedPackage, Package, Report, RuntimeReport } from '@plumbline/core';
import { newId } from './id.ts';
import type { Store } from './store.ts';
import { barePurl, portions } from './write-findings.ts';

/** The id of the project of that name, made if it is new, and held until the transaction ends: one report at a time. */
export async function holdProject({ db, org }: Store, name: string): Promise<string> {
  await db
    .insertInto('projects')
    .values({ org_id: org, id: newId(), name, default_branch: null })
    .onConflict((it) => it.columns(['org_id', 'name']).doNothing())
    .execute();
  const { id } = await db
    .selectFrom('projects')
    .select('id')
    .where('org_id', '=', org)
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return id;
}

/** The branch whose state counts: the first that was scanned. */
export async function defaultBranch({ db, org }: Store, project: string, scanned: string): Promise<string> {
  const { default_branch: branch } = await db
    .updateTable('projects')
    .set({ default_branch: sql`coalesce(default_branch, ${scanned})` })
    .where('org_id', '=', org)
    .where('id', '=', project)
    .returning('default_branch')
    .executeTakeFirstOrThrow();
  return branch ?? scanned;
}

/** Notes a scan. */
export async function writeScan(
  { db, org }: Store,
  scan: { readonly id: string; readonly project: string; readonly report: Report; readonly at: Date },
): Promise<void> {
  const { report } = scan;
  await db
    .insertInto('scans')
    .values({
      org_id: org,
      id: scan.id,
      project_id: scan.project,
      branch: report.project.branch ?? '',
      commit: report.project.commit ?? null,
      tool_version: report.tool.version,
      coverage: JSON.stringify(report.coverage ?? null),
      stats: JSON.stringify(report.stats),
      problems: JSON.stringify(report.problems),
      findings: report.findings.length,
      packages: report.packages.length,
      created_at: scan.at,
    })
    .execute();
}

/** Puts the packages of a branch in the place of those of an earlier scan. */
export async function replacePackages(
  { db, org }: Store,
  project: string,
  { branch, packages }: { readonly branch: string; readonly packages: readonly Package[] },
): Promise<void> {
  await db
    .deleteFrom('packages')
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .where('branch', '=', branch)
    .execute();
  for (const some of portions(packages)) {
    await sql`
      insert into packages (org_id, project_id, branch, id, purl, ecosystem, name, version, direct, scopes, licenses, location)
      select ${org}, ${project}, ${branch}, r.* from jsonb_to_recordset(${JSON.stringify(some)}) as r(
        id text, purl text, ecosystem text, name text, version text, direct boolean, scopes text[], licenses text[],
        location jsonb)
      on conflict do nothing`.execute(db);
  }
}

/** The service that sent a report, with what it says of itself now. */
export async function writeService(
  { db, org }: Store,
  project: string,
  { report, at }: { readonly report: RuntimeReport; readonly at: Date },
): Promise<string> {
  const { name, environment = '', version = null, runtime, agent } = report.service;
  const { id } = await db
    .insertInto('services')
    .values({
      org_id: org,
      id: newId(),
      project_id: project,
      name,
      environment,
      version,
      runtime,
      agent,
      dropped: String(report.dropped),
      first_seen: at,
      last_seen: at,
    })
    .onConflict((it) =>
      it.columns(['org_id', 'project_id', 'name', 'environment']).doUpdateSet({
        version,
        runtime,
        agent,
        last_seen: at,
        dropped: sql`services.dropped + excluded.dropped`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes what a service has loaded. */
export async function writeLoaded(
  { db, org }: Store,
  service: string,
  { packages, version }: { readonly packages: readonly LoadedPackage[]; readonly version: string | undefined },
): Promise<void> {
  const once = new Map(packages.map((it) => [barePurl(it.purl), { ...it, purl: barePurl(it.purl) }]));
  for (const some of portions([...once.values()])) {
    await sql`
      insert into loaded_packages as l (org_id, service_id, purl, name, version, file, service_version, first_seen, last_seen)
      select ${org}, ${service}, r.purl, r.name, r.version, r.file, ${version ?? null}, r.at, r.at
      from jsonb_to_recordset(${JSON.stringify(some)}) as r(purl text, name text, version text, file text, at timestamptz)
      on conflict (org_id, service_id, purl) do update set
        file = excluded.file, service_version = excluded.service_version,
        first_seen = least(l.first_seen, excluded.first_seen), last_seen = greatest(l.last_seen, excluded.last_seen)`.execute(
      db,
    );
  }
}

/** Notes which vulnerable parts of what a service has loaded have run. The first call of each is kept. */
export async function writeExecuted(
  { db, org }: Store,
  service: string,
  { packages, version }: { readonly packages: readonly LoadedPackage[]; readonly version: string | undefined },
): Promise<void> {
  const rows = packages.flatMap(({ purl, executed = [] }) => executed.map((it) => ({ ...it, purl: barePurl(purl) })));
  const once = new Map(rows.map((it) => [`${it.purl} ${it.symbol}`, it]));
  for (const some of portions([...once.values()])) {
    await sql`
      insert into executed_symbols as e
        (org_id, service_id, purl, symbol, function, location, service_version, first_seen, last_seen)
      select ${org}, ${service}, r.purl, r.symbol, r.function, r.location, ${version ?? null}, r.at, r.at
      from jsonb_to_recordset(${JSON.stringify(some)}) as r(purl text, symbol text, function text, location jsonb, at timestamptz)
      on conflict (org_id, service_id, purl, symbol) do update set
        service_version = excluded.service_version,
        first_seen = least(e.first_seen, excluded.first_seen), last_seen = greatest(e.last_seen, excluded.last_seen)`.execute(
      db,
    );
  }
}

/** Notes that a report has arrived; false if it had before. Old notes go. */
export async function writeReceipt({ db, org }: Store, hash: Buffer, at: Date): Promise<boolean> {
  await sql`
    delete from receipts where org_id = ${org} and received_at < ${at}::timestamptz - interval '1 day'`.execute(db);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('receipts')
    .values({ org_id: org, hash, received_at: at })
    .onConflict((it) => it.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}
