'use strict';
// The same application on Express 4 and 5: EXPRESS names the package.
const { exec, execFile, spawn } = require('child_process');
const crypto = require('crypto');
const fs = require('node:fs');
const path = require('path');
const initSqlJs = require('sql.js');
const express = require(process.env.EXPRESS || 'express');

const columns = ['name', 'created_at'];
const order = { asc: 'ASC', desc: 'DESC' };

initSqlJs().then((SQL) => {
  const db = new SQL.Database();
  db.run('CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, created_at TEXT)');
  const app = express();
  app.use(express.json());
  app.use(express.urlencoded({ extended: true }));

  app.get('/sql', (req, res) => {
    const where = "name = '" + req.query.name + "'";
    const sql = `SELECT * FROM users WHERE ${where}`;
    res.json(db.exec(sql)); // finds: sql-injection
  });
  app.get('/sql/safe', (req, res) => res.json(db.exec('SELECT * FROM users WHERE name = ?', [req.query.name])));
  app.get('/sql/number', (req, res) => res.json(db.exec('SELECT * FROM users WHERE id = ' + Number(req.query.id))));
  app.get('/sql/id/:id', (req, res) => {
    res.json(db.exec(`SELECT * FROM users WHERE id = ${req.params.id}`)); // finds: sql-injection
  });
  app.get('/sql/order', (req, res) => {
    const column = columns.find((it) => it === req.query.sort) ?? 'name';
    const direction = order[req.query.dir] ?? 'ASC';
    res.json(db.exec('SELECT * FROM users ORDER BY ' + column + ' ' + direction + ' LIMIT ' + '1'));
  });
  app.post('/sql/body', (req, res) => {
    let sql = 'SELECT * FROM users WHERE name IN (';
    sql += req.body.names.map((it) => it.trim().toUpperCase()).map((it) => `'${it}'`).join(', ');
    sql += ')';
    res.json(db.exec(sql)); // finds: sql-injection
  });
  app.get('/sql/header', (req, res) => {
    const [, name] = /^name=(\w+)$/.exec(req.get('x-filter'));
    res.json(db.exec('SELECT * FROM users WHERE name = "' + name.slice(1, 4) + '"')); // finds: sql-injection
  });

  app.get('/ping', (req, res) => {
    exec('echo ' + req.query.host, (error, out) => res.send({ out })); // finds: command-injection
  });
  app.get('/ping/spawn', (req, res) => {
    const child = spawn(`echo ${req.query.host}`, { shell: true }); // finds: command-injection
    child.once('close', () => res.json({}));
  });
  app.get('/ping/safe', (req, res) => execFile('echo', [req.query.host], (error, out) => res.json({ out })));

  app.get('/file', (req, res) => {
    const file = path.join(__dirname, req.query.name);
    fs.readFile(file, 'utf8', (error, text) => res.json({ size: text?.length })); // finds: path-traversal
  });
  app.get('/file/promise', async (req, res) => {
    const text = await fs.promises.readFile(path.resolve(__dirname, req.query.name), 'utf8'); // finds: path-traversal
    res.json({ size: text.length });
  });
  app.get('/file/safe', (req, res) => {
    fs.readFile(path.join(__dirname, path.basename(req.query.name)), 'utf8', (error, text) => res.json({ size: text?.length }));
  });
  app.get('/file/send', (req, res) => res.sendFile(req.query.name, { root: __dirname }));
  app.use('/static', express.static(__dirname));

  app.get('/go', (req, res) => {
    res.redirect(req.query.to); // finds: open-redirect
  });
  app.get('/go/safe', (req, res) => res.redirect('/sql?name=' + encodeURIComponent(req.query.to)));

  app.get('/hello', (req, res) => {
    res.send(`<p>Hello ${req.query.name}</p>`); // finds: reflected-xss
  });
  app.get('/hello/safe', (req, res) => res.json({ hello: req.query.name }));
  app.get('/hello/text', (req, res) => res.type('text/plain').send('Hello ' + req.query.name));

  app.get('/eval', (req, res) => {
    res.json({ sum: eval('1 + ' + req.query.n) }); // finds: code-injection
  });

  app.get('/hash', (req, res) => {
    const weak = crypto.createHash('md5').update('x').digest('hex'); // finds: weak-hash
    res.json({ weak, strong: crypto.createHash('sha256').update('x').digest('hex') });
  });
  app.get('/cookie', (req, res) => {
    res.cookie('a', 'b', { httpOnly: true }); // finds: insecure-cookie
    res.cookie('c', 'd', { httpOnly: true, secure: true });
    res.json({});
  });

  app.get('/fails', (req, res) => {
    throw new RangeError('no ' + req.query.name);
  });
  app.use((error, req, res, next) => {
    const line = /express\.cjs:(\d+):/.exec(error.stack)[1];
    res.status(500).json({ name: error.name, message: error.message, line: Number(line) });
  });

  const server = app.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
});
