import { DatabaseSync } from 'node:sqlite';
import express from 'express';
import mysql from 'mysql2/promise';
import pg from 'pg';

const app = express();
const db = new DatabaseSync('shop.db');
const pool = new pg.Pool();

app.get('/products', (req, res) => {
  const term = req.query.term;
  // ruleid: sql-injection
  const rows = db.prepare(`SELECT * FROM products WHERE name LIKE '%${term}%'`).all();
  res.json(rows);
});

app.get('/products/by-name', (req, res) => {
  const { term } = req.query;
  // ok: sql-injection
  const rows = db.prepare('SELECT * FROM products WHERE name LIKE ?').all(`%${term}%`);
  res.json(rows);
});

app.get('/orders', async (req, res) => {
  const orders = await findOrders(req.params.customer, req.query.sort);
  res.json(orders);
});

async function findOrders(customer, sort) {
  let query = 'SELECT * FROM orders WHERE customer = $1';
  if (sort) query += ' ORDER BY ' + sort;
  // ruleid: sql-injection
  const { rows } = await pool.query(query, [customer]);
  return rows;
}

const columns = ['name', 'price'];

app.get('/sorted', async (req, res) => {
  const column = req.query.column;
  if (!columns.includes(column)) return res.status(400).end();
  // ok: sql-injection
  const { rows } = await pool.query(`SELECT * FROM products ORDER BY ${column}`);
  return res.json(rows);
});

app.get('/page', async (req, res) => {
  const page = Number.parseInt(req.query.page, 10);
  // ok: sql-injection
  res.json(await pool.query('SELECT * FROM products LIMIT 20 OFFSET ' + page * 20));
});

app.post('/login', async (req, res) => {
  const connection = await mysql.createConnection(process.env.DATABASE_URL);
  const sql = "SELECT id FROM users WHERE name = '" + req.body.name + "'";
  // ruleid: sql-injection
  const [users] = await connection.query({ sql, rowsAsArray: true });
  // ok: sql-injection
  const [again] = await connection.execute('SELECT id FROM users WHERE name = ?', [req.body.name]);
  res.json({ users, again });
});
