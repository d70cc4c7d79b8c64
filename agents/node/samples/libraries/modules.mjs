import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';

const folder = fileURLToPath(new URL('.', import.meta.url));
const app = express();
// asks: /ping?host=localhost
app.get('/ping', (req, res) => {
  const out = execSync(`echo ${req.query.host}`); // finds: command-injection
  res.json({ out: String(out) });
});
// asks: /file?name=modules.mjs
app.get('/file', (req, res) => {
  res.json({ size: readFileSync(join(folder, req.query.name)).length }); // finds: path-traversal
});
// asks: /hello?name=anna
app.get('/hello', (req, res) => {
  const greet = (name) => '<b>' + name + '</b>';
  res.send(greet(req.query.name)); // finds: reflected-xss
});
// asks: /hash
app.get('/hash', (req, res) => {
  res.json({ hash: createHash('sha1').update('x').digest('hex') }); // finds: weak-hash
});
const server = app.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
