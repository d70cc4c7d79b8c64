import express from 'express';

const app = express();
const pages = new Map([
  ['home', '/'],
  ['orders', '/orders'],
]);
const hosts = new Set(['shop.example', 'help.example']);

app.get('/leave', (req, res) => {
  // ruleid: open-redirect
  res.redirect(req.query.to);
});

app.get('/leave/later', (req, res) => {
  const to = req.query.to || '/';
  // ruleid: open-redirect
  res.redirect(302, to);
});

app.get('/login', (req, res) => {
  // ok: open-redirect
  res.redirect('/login?next=' + encodeURIComponent(req.query.next));
});

app.get('/next', (req, res) => {
  // ok: open-redirect
  res.redirect(pages.get(req.query.next) ?? '/');
});

app.get('/host', (req, res) => {
  const host = req.query.host;
  if (!hosts.has(host)) return res.status(400).end();
  // ok: open-redirect
  return res.redirect(`https://${host}/`);
});

app.get('/tenant', (req, res) => {
  // ruleid: open-redirect
  res.location(`https://${req.query.tenant}.example.com/`).status(301).end();
});

app.get('/user', (req, res) => {
  // ok: open-redirect
  res.redirect(`/users/${req.query.id}`);
});
