const crypto = require('node:crypto');
const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();

function newToken() {
  return Math.random().toString(36).slice(2);
}

app.post('/login', (req, res) => {
  // ruleid: insecure-random
  res.cookie('session', newToken(), { httpOnly: true, secure: true });
  res.sendStatus(204);
});

app.post('/remember', (req, res) => {
  const number = Math.floor(Math.random() * 1e9);
  // ruleid: insecure-random
  res.cookie('remember', `user-${number}`, { httpOnly: true, secure: true });
  res.sendStatus(204);
});

const secret = 'key' + Math.random();

app.post('/token', (req, res) => {
  // ruleid: insecure-random
  res.json(jwt.sign({ sub: req.body.name }, secret));
});

app.post('/login/safe', (req, res) => {
  // ok: insecure-random
  res.cookie('session', crypto.randomBytes(32).toString('hex'), { httpOnly: true, secure: true });
  res.sendStatus(204);
});

app.get('/banner', (req, res) => {
  const banner = Math.floor(Math.random() * 5);
  // ok: insecure-random
  res.cookie('seen', 'banner', { httpOnly: true, secure: true });
  res.json({ banner });
});
