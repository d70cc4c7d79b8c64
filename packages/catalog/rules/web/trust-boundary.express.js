const express = require('express');
const session = require('express-session');

const app = express();
const languages = new Set(['en', 'de']);

app.use(session({ secret: process.env.SESSION_SECRET, cookie: { secure: true } }));

app.post('/profile', (req, res) => {
  // ruleid: trust-boundary
  req.session.user = req.body.user;
  res.sendStatus(204);
});

app.post('/settings', (req, res) => {
  // ruleid: trust-boundary
  req.session[req.body.name] = 'on';
  res.sendStatus(204);
});

app.post('/language', (req, res) => {
  const { language } = req.body;
  if (!languages.has(language)) return res.sendStatus(400);
  // ok: trust-boundary
  req.session.language = language;
  return res.sendStatus(204);
});

app.post('/page', (req, res) => {
  // ok: trust-boundary
  req.session.page = Number(req.body.page);
  res.sendStatus(204);
});
