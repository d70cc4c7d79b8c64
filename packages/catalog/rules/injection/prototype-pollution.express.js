const express = require('express');
const _ = require('lodash');
const merge = require('deepmerge');
const extend = require('extend');

const app = express();
const settings = { theme: 'light' };

app.post('/settings', (req, res) => {
  // ruleid: prototype-pollution
  _.merge(settings, req.body);
  res.json(settings);
});

app.post('/field', (req, res) => {
  // ruleid: prototype-pollution
  _.set(settings, req.body.path, req.body.value);
  res.json(settings);
});

app.post('/extend', (req, res) => {
  // ruleid: prototype-pollution
  res.json(extend(true, {}, req.body));
});

app.post('/theme', (req, res) => {
  // ok: prototype-pollution
  _.set(settings, 'theme', req.body.theme);
  // ok: prototype-pollution
  res.json(extend({}, req.body));
});

app.post('/known', (req, res) => {
  // ok: prototype-pollution
  _.merge(settings, { theme: String(req.body.theme) });
  // ok: prototype-pollution
  res.json(merge(settings, { language: 'de' }));
});
