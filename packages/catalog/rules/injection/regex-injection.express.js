const express = require('express');
const escapeStringRegexp = require('escape-string-regexp');
const _ = require('lodash');

const app = express();
const names = ['anna', 'berta'];

app.get('/search', (req, res) => {
  // ruleid: regex-injection
  const pattern = new RegExp(req.query.term, 'i');
  res.json(names.filter((it) => pattern.test(it)));
});

app.get('/prefix', (req, res) => {
  // ruleid: regex-injection
  const pattern = RegExp('^' + req.query.term);
  res.json(names.filter((it) => pattern.test(it)));
});

app.get('/search/safe', (req, res) => {
  // ok: regex-injection
  const pattern = new RegExp(escapeStringRegexp(req.query.term), 'i');
  // ok: regex-injection
  const other = new RegExp(`^${_.escapeRegExp(req.query.term)}`);
  res.json(names.filter((it) => pattern.test(it) || other.test(it)));
});

app.get('/fixed', (req, res) => {
  // ok: regex-injection
  res.json(new RegExp('^[a-z]+$').test(req.query.term));
});
