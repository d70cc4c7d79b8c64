import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';

const app = express();
app.get('/ping', (req, res) => {
  const out = execSync(`echo ${req.query.host}`); // finds: command-injection
  res.json({ out: String(out) });
});
app.get('/file', (req, res) => {
  res.json({ size: readFileSync(join(import.meta.dirname ?? '.', req.query.name)).length }); // finds: path-traversal
});
app.get('/hello', (req, res) => {
  const greet = (name) => '<b>' + name + '</b>';
  res.send(greet(req.query.name)); // finds: reflected-xss
});
app.get('/hash', (req, res) => {
  res.json({ hash: createHash('sha1').update('x').digest('hex') }); // finds: weak-hash
});
const server = app.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
