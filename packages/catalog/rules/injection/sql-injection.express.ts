import type { Request, Response } from 'express';
import type { Pool } from 'pg';
import Database from 'better-sqlite3';

const database = new Database('shop.db');

export class Orders {
  private readonly pool: Pool;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  async list(req: Request, res: Response): Promise<void> {
    const status = req.query.status as string;
    // ruleid: sql-injection
    const found = await this.pool.query(`SELECT * FROM orders WHERE status = '${status}'`);
    res.json(found.rows);
  }

  async one(req: Request<{ id: string }>, res: Response): Promise<void> {
    // ok: sql-injection
    const found = await this.pool.query('SELECT * FROM orders WHERE id = $1', [req.params.id]);
    res.json(found.rows);
  }
}

export function remove(req: Request, res: Response): void {
  const ids = (req.body.ids as string[]).map((id) => `'${id}'`).join(',');
  // ruleid: sql-injection
  database.exec(`DELETE FROM orders WHERE id IN (${ids})`);
  // ok: sql-injection
  database.prepare('DELETE FROM orders WHERE id = ?').run(req.body.id);
  res.end();
}
