import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newId } from '../store/id.ts';
import { openPostgres } from '../store/postgres/open-postgres.ts';
import { openStore, type Store } from '../store/store.ts';

export interface TestDatabase {
  readonly url: string;
  /** A store of an organisation of its own: tests of one file share a database, and see nothing of each other. */
  readonly newStore: () => Promise<Store>;
  readonly close: () => Promise<void>;
}

/**
 * A real PostgreSQL, of the kind that users get, in a folder that goes when the tests are done. PLUMB_TEST_POSTGRES=npm
 * takes the carried one even where the system has another.
 */
export async function startDatabase(): Promise<TestDatabase> {
  const data = temporaryFolder();
  const env = { ...process.env, DATABASE_URL: '' };
  const origins = process.env['PLUMB_TEST_POSTGRES'] === 'npm' ? (['npm'] as const) : undefined;
  const postgres = await openPostgres({ data, env, ...(origins ? { origins } : {}) });
  const store = await openStore(postgres.url);
  return {
    url: postgres.url,
    newStore: async () => {
      const org = newId();
      await store.db.insertInto('organisations').values({ org_id: org, name: 'Test' }).execute();
      await store.db.insertInto('users').values({ org_id: org, id: newId(), name: 'admin' }).execute();
      return { db: store.db, org };
    },
    close: async () => {
      await store.close();
      await postgres.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Others may enter it: as root, PostgreSQL runs under another account. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline-test-'));
  chmodSync(folder, 0o711);
  return folder;
}
