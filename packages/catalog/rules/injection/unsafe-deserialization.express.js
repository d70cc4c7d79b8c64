const express = require('express');
const yaml = require('js-yaml');
const { unserialize } = require('node-serialize');
const serialize = require('node-serialize');
const cryo = require('cryo');

const app = express();

app.get('/cart', (req, res) => {
  const text = Buffer.from(req.cookies.cart, 'base64').toString();
  // ruleid: unsafe-deserialization
  const cart = serialize.unserialize(text);
  res.json(cart);
});

app.post('/import', (req, res) => {
  // ruleid: unsafe-deserialization
  const profile = unserialize(req.body.profile);
  res.json({ name: profile.name });
});

app.post('/restore', (req, res) => {
  // ruleid: unsafe-deserialization
  res.json(cryo.parse(req.body.state));
});

app.post('/settings', (req, res) => {
  // ok: unsafe-deserialization
  const settings = JSON.parse(req.body.settings);
  // ok: unsafe-deserialization
  const more = yaml.load(req.body.more);
  res.json({ settings, more });
});

app.get('/defaults', (req, res) => {
  // ok: unsafe-deserialization
  res.json(serialize.unserialize('{"theme":"dark"}'));
});
