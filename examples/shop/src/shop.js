'use strict';

const { execFile, exec } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const express = require('express');
const _ = require('lodash');
const initSqlJs = require('sql.js');

const pictures = path.join(__dirname, '..', 'public');

const mail = {
  host: 'mail.shop.example',
  user: 'orders',
  password: 'c0rrect-h0rse-b4ttery',
};

/** The shop as an express application over a database in memory. */
async function createShop() {
  const SQL = await initSqlJs();
  const db = new SQL.Database();
  db.run('CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, price INTEGER)');
  db.run("INSERT INTO products (name, price) VALUES ('Plumb bob', 1290), ('Chalk line', 890), ('Spirit level', 2450)");

  const app = express();
  app.use(express.urlencoded({ extended: false }));

  app.get('/', (req, res) => {
    res.json({ shop: 'Plumb & Level', mail: mail.host });
  });

  // Finds products by name: the words go into the statement as they are.
  app.get('/products', (req, res) => {
    const words = req.query.q || '';
    const where = `name LIKE '%${words}%'`;
    const rows = db.exec('SELECT id, name, price FROM products WHERE ' + where);
    res.json(toObjects(rows));
  });

  // The same, with a parameter: nothing to find here.
  app.get('/products/:id', (req, res) => {
    const rows = db.exec('SELECT id, name, price FROM products WHERE id = ?', [req.params.id]);
    res.json(toObjects(rows));
  });

  // Shows a picture: the name may climb out of the folder.
  app.get('/pictures', (req, res) => {
    const file = path.join(pictures, req.query.name);
    fs.readFile(file, (error, bytes) => {
      if (error) return res.status(404).json({ error: 'no such picture' });
      return res.type('image/svg+xml').end(bytes);
    });
  });

  // Checks a supplier's host: the name reaches a shell.
  app.get('/suppliers/ping', (req, res) => {
    checkHost(req.query.host, (output) => res.json({ output }));
  });

  // The same without a shell: nothing to find here.
  app.get('/suppliers/lookup', (req, res) => {
    execFile('echo', ['looking up', String(req.query.host)], (error, output) => res.json({ output }));
  });

  // Sends the customer on: anywhere.
  app.get('/leave', (req, res) => {
    res.redirect(req.query.to);
  });

  // Greets in HTML: with whatever the name holds.
  app.get('/hello', (req, res) => {
    res.send('<h1>Hello, ' + req.query.name + '</h1>');
  });

  // The same, escaped: nothing to find here.
  app.get('/hello/safe', (req, res) => {
    res.send('<h1>Hello, ' + _.escape(req.query.name) + '</h1>');
  });

  app.post('/login', (req, res) => {
    const session = crypto.createHash('md5').update(`${req.body.user}:${Date.now()}`).digest('hex');
    res.cookie('session', session, { httpOnly: true });
    res.json({ ok: true });
  });

  return app;
}

function checkHost(host, done) {
  const command = `echo checking ${host}`;
  exec(command, (error, output) => done(error ? error.message : output));
}

function toObjects(results) {
  const [result] = results;
  return result ? result.values.map((values) => _.zipObject(result.columns, values)) : [];
}

module.exports = { createShop };
