import axios from 'axios';
import express from 'express';
import http from 'node:http';
import { request } from 'undici';

const app = express();
const hosts = ['images.example', 'cdn.example'];
const api = axios.create({ baseURL: 'https://api.example.com' });

app.get('/preview', async (req, res) => {
  // ruleid: ssrf
  const page = await fetch(req.query.url);
  res.json({ text: await page.text() });
});

app.get('/user/:id', async (req, res) => {
  // ok: ssrf
  const user = await fetch(`https://api.example.com/users/${req.params.id}`);
  res.json(await user.json());
});

app.post('/webhook', async (req, res) => {
  const { url } = req.body;
  // ruleid: ssrf
  await axios.post(url, { hello: true });
  // ruleid: ssrf
  await axios({ method: 'get', url });
  // ok: ssrf
  await api.get('/status', { params: { url } });
  res.end();
});

app.get('/image', async (req, res) => {
  const host = req.query.host;
  if (!hosts.includes(host)) return res.status(400).end();
  // ok: ssrf
  const { body } = await request(`https://${host}/logo.png`);
  return body.pipe(res);
});

app.get('/tenant', (req, res) => {
  // ruleid: ssrf
  http.get(`http://${req.query.tenant}.internal/health`, (answer) => answer.pipe(res));
  // ruleid: ssrf
  http.request({ hostname: req.query.tenant, path: '/health' });
});
