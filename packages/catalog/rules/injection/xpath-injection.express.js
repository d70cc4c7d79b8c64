const express = require('express');
const fs = require('node:fs');
const { DOMParser } = require('@xmldom/xmldom');
const xpath = require('xpath');
const { select1 } = require('xpath');

const app = express();
const doc = new DOMParser().parseFromString(fs.readFileSync('users.xml', 'utf8'), 'text/xml');

app.get('/users', (req, res) => {
  // ruleid: xpath-injection
  const nodes = xpath.select("//user[name = '" + req.query.name + "']", doc);
  res.json(nodes.length);
});

app.post('/login', (req, res) => {
  const { name, password } = req.body;
  const expression = `//user[name = '${name}' and password = '${password}']`;
  // ruleid: xpath-injection
  const user = select1(expression, doc);
  res.json({ known: user !== undefined });
});

app.get('/users/safe', (req, res) => {
  // ok: xpath-injection
  const found = xpath.parse('//user[name = $name]').select({ node: doc, variables: { name: req.query.name } });
  res.json(found.length);
});

app.get('/users/:id', (req, res) => {
  const id = Number(req.params.id);
  // ok: xpath-injection
  res.json(xpath.select(`//user[@id = ${id}]`, doc).length);
});
