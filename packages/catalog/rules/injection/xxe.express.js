const express = require('express');
const libxmljs = require('libxmljs2');

const app = express();

app.post('/orders', express.text({ type: 'application/xml' }), (req, res) => {
  // ruleid: xxe
  const doc = libxmljs.parseXml(req.body, { noent: true });
  res.json({ items: doc.root().childNodes().length });
});

app.post('/feeds', (req, res) => {
  const options = { noent: true, nonet: true };
  // ruleid: xxe
  const feed = libxmljs.parseXmlString(req.body.feed, options);
  res.json({ title: feed.root().name() });
});

app.post('/orders/safe', (req, res) => {
  // ok: xxe
  const doc = libxmljs.parseXml(req.body.order);
  // ok: xxe
  const other = libxmljs.parseXml(req.body.order, { noent: false });
  res.json([doc.root().name(), other.root().name()]);
});

app.get('/defaults', (req, res) => {
  // ok: xxe
  res.json(libxmljs.parseXml('<settings/>', { noent: true }).root().name());
});
