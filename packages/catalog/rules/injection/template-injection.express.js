const ejs = require('ejs');
const express = require('express');
const handlebars = require('handlebars');
const nunjucks = require('nunjucks');
const pug = require('pug');

const app = express();

app.get('/hello', (req, res) => {
  // ruleid: template-injection
  const page = ejs.render(`<p>Hello ${req.query.name}</p>`);
  res.type('html').send(page);
});

app.post('/preview', (req, res) => {
  // ruleid: template-injection
  const template = handlebars.compile(req.body.template);
  res.json(template({ shop: 'ours' }));
});

app.post('/mail', (req, res) => {
  // ruleid: template-injection
  res.json(nunjucks.renderString(req.body.text, { name: 'Anna' }));
});

app.get('/page', (req, res) => {
  // ruleid: template-injection
  res.json(pug.compile('p ' + req.query.text)());
});

app.get('/hello/safe', (req, res) => {
  // ok: template-injection
  res.json(ejs.render('<p>Hello <%= name %></p>', { name: req.query.name }));
  // ok: template-injection
  res.json(handlebars.compile('{{name}}')({ name: req.query.name }));
});
