'use strict';
// with: EXPRESS=express4
// with: EXPRESS=express
const { exec, execFile, spawn } = require('child_process');
const crypto = require('crypto');
const fs = require('node:fs');
const path = require('path');
const initSqlJs = require('sql.js');
const express = require(process.env.EXPRESS || 'express');

const columns = ['name', 'created_at'];
const order = { asc: 'ASC', desc: 'DESC' };

function escapeHtml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

initSqlJs().then((SQL) => {
  const db = new SQL.Database();
  db.run('CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, created_at TEXT)');
  const app = express();
  app.use(express.json());
  app.use(express.urlencoded({ extended: true }));

  // asks: /sql?name=anna
  app.get('/sql', (req, res) => {
    const where = "name = '" + req.query.name + "'";
    const sql = `SELECT * FROM users WHERE ${where}`;
    res.json(db.exec(sql)); // finds: sql-injection
  });
  // asks: /sql/safe?name=anna
  app.get('/sql/safe', (req, res) => res.json(db.exec('SELECT * FROM users WHERE name = ?', [req.query.name])));
  // asks: /sql/number?id=42
  app.get('/sql/number', (req, res) => res.json(db.exec('SELECT * FROM users WHERE id = ' + Number(req.query.id))));
  // asks: /sql/id/1234
  app.get('/sql/id/:id', (req, res) => {
    res.json(db.exec(`SELECT * FROM users WHERE id = ${req.params.id}`)); // finds: sql-injection
  });
  // asks: /sql/order?sort=created_at&dir=asc
  // asks: /sql/order?sort=name&dir=desc
  app.get('/sql/order', (req, res) => {
    const column = columns.find((it) => it === req.query.sort) ?? 'name';
    const direction = order[req.query.dir] ?? 'ASC';
    res.json(db.exec('SELECT * FROM users ORDER BY ' + column + ' ' + direction + ' LIMIT ' + '1'));
  });
  // asks: POST /sql/body {"names":[" anna","berta "]}
  app.post('/sql/body', (req, res) => {
    let sql = 'SELECT * FROM users WHERE name IN (';
    sql += req.body.names.map((it) => it.trim().toUpperCase()).map((it) => `'${it}'`).join(', ');
    sql += ')';
    res.json(db.exec(sql)); // finds: sql-injection
  });
  // asks: /sql/header x-filter: name=cornelia
  app.get('/sql/header', (req, res) => {
    const [, name] = /^name=(\w+)$/.exec(req.get('x-filter'));
    res.json(db.exec('SELECT * FROM users WHERE name = "' + name.slice(1, 4) + '"')); // finds: sql-injection
  });

  // asks: /sql/guarded?name=anna&table=users
  app.get('/sql/guarded', (req, res) => {
    const { name, table } = req.query;
    if (!/^[a-z]+$/.test(name) || !['users', 'orders'].includes(table)) return res.status(400).end();
    return res.json(db.exec('SELECT * FROM ' + table + " WHERE name = '" + name + "'"));
  });

  // asks: /ping?host=localhost
  app.get('/ping', (req, res) => {
    exec('echo ' + req.query.host, (error, out) => res.send({ out })); // finds: command-injection
  });
  // asks: /ping/spawn?host=localhost
  app.get('/ping/spawn', (req, res) => {
    const child = spawn(`echo ${req.query.host}`, { shell: true }); // finds: command-injection
    child.once('close', () => res.json({}));
  });
  // asks: /ping/safe?host=localhost
  app.get('/ping/safe', (req, res) => execFile('echo', [req.query.host], (error, out) => res.json({ out })));

  // asks: /file?name=express.cjs
  app.get('/file', (req, res) => {
    const file = path.join(__dirname, req.query.name);
    fs.readFile(file, 'utf8', (error, text) => res.json({ size: text?.length })); // finds: path-traversal
  });
  // asks: /file/promise?name=express.cjs
  app.get('/file/promise', async (req, res) => {
    const text = await fs.promises.readFile(path.resolve(__dirname, req.query.name), 'utf8'); // finds: path-traversal
    res.json({ size: text.length });
  });
  // asks: /file/safe?name=express.cjs
  app.get('/file/safe', (req, res) => {
    fs.readFile(path.join(__dirname, path.basename(req.query.name)), 'utf8', (error, text) => res.json({ size: text?.length }));
  });
  // asks: /file/send?name=express.cjs
  app.get('/file/send', (req, res) => res.sendFile(req.query.name, { root: __dirname }));
  // asks: /static/express.cjs
  app.use('/static', express.static(__dirname));

  // asks: /file/inside?name=express.cjs
  app.get('/file/inside', (req, res) => {
    const file = path.resolve(__dirname, req.query.name);
    if (!file.startsWith(__dirname + path.sep)) return res.status(403).end();
    return res.json({ size: fs.readFileSync(file).length });
  });

  // asks: /go?to=https://example.com/
  app.get('/go', (req, res) => {
    res.redirect(req.query.to); // finds: open-redirect
  });
  // asks: /go/safe?to=https://example.com/
  app.get('/go/safe', (req, res) => res.redirect('/sql?name=' + encodeURIComponent(req.query.to)));

  // asks: /hello?name=anna
  app.get('/hello', (req, res) => {
    res.send(`<p>Hello ${req.query.name}</p>`); // finds: reflected-xss
  });
  // asks: /hello/escaped?name=anna
  app.get('/hello/escaped', (req, res) => res.send(`<p>Hello ${escapeHtml(req.query.name)}</p>`));
  // asks: /hello/safe?name=anna
  app.get('/hello/safe', (req, res) => res.json({ hello: req.query.name }));
  // asks: /hello/text?name=anna
  app.get('/hello/text', (req, res) => res.type('text/plain').send('Hello ' + req.query.name));

  // asks: /eval?n=1234
  app.get('/eval', (req, res) => {
    res.json({ sum: eval('1 + ' + req.query.n) }); // finds: code-injection
  });

  // asks: /hash
  app.get('/hash', (req, res) => {
    const weak = crypto.createHash('md5').update('x').digest('hex'); // finds: weak-hash
    res.json({ weak, strong: crypto.createHash('sha256').update('x').digest('hex') });
  });
  // asks: /cookie
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
