import express from 'express';
import fs from 'node:fs';
import { readFile, unlink } from 'node:fs/promises';
import path from 'node:path';

const app = express();
const folder = path.resolve('pictures');

app.get('/pictures', (req, res) => {
  const file = path.join(folder, req.query.name);
  // ruleid: path-traversal
  fs.createReadStream(file).pipe(res);
});

app.get('/pictures/safe', (req, res) => {
  const file = path.join(folder, path.basename(req.query.name));
  // ok: path-traversal
  fs.createReadStream(file).pipe(res);
});

app.get('/documents/:name', async (req, res) => {
  // ruleid: path-traversal
  const text = await readFile(`documents/${req.params.name}.md`, 'utf8');
  // ok: path-traversal
  const footer = await readFile('documents/footer.md', 'utf8');
  res.json({ text, footer });
});

app.get('/checked', async (req, res) => {
  const file = path.resolve(folder, req.query.name);
  if (!file.startsWith(folder + path.sep)) return res.status(404).end();
  // ok: path-traversal
  return res.json({ text: await readFile(file, 'utf8') });
});

app.get('/download', (req, res) => {
  // ruleid: path-traversal
  res.sendFile(path.resolve(req.query.file));
  // ok: path-traversal
  res.sendFile(req.query.file, { root: folder });
});

app.delete('/upload/:id', async (req, res) => {
  const id = Number(req.params.id);
  // ok: path-traversal
  await unlink(path.join('uploads', `${id}.png`));
  res.end();
});
