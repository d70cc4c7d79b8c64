'use strict';
// The application under measurement: a constant, a page of fifty rows with a query, a JSON body with a query.
const { createRequire } = require('node:module');
const express = createRequire(require('node:path').resolve(__dirname, '../agents/node/package.json'))('express');

const database = { query: (sql) => sql.length };
const app = express();
app.use(express.json());
app.get('/hello', (req, res) => res.send('hello world'));
app.get('/concat', (req, res) => {
  const { name, city } = req.query;
  let out = '<ul>';
  for (let i = 0; i < 50; i++)
    out += '<li class="row' + (i % 2) + '">' + i + ': ' + (i % 10 === 0 ? name : 'static text') + '</li>';
  out += '</ul>';
  const cities = city
    .trim()
    .toLowerCase()
    .split(',')
    .map((it) => it.trim())
    .join("','");
  database.query(`SELECT * FROM users WHERE name = '${name.slice(0, 20)}' AND city IN ('${cities}')`);
  res.type('text/plain').send(out);
});
app.post('/json', (req, res) => {
  database.query('SELECT * FROM t WHERE id=' + req.body.items[3].id + " AND x='" + req.body.name + "'");
  res.json({ n: req.body.items.length, name: req.body.name });
});
const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

let marked = process.cpuUsage();
process.on('SIGINT', () => process.exit(0));
process.on('message', (what) => {
  if (what === 'mark') {
    marked = process.cpuUsage();
    process.send({});
  } else {
    const { user, system } = process.cpuUsage(marked);
    process.send({ cpu: (user + system) / 1000, rss: Math.round(process.memoryUsage.rss() / 1e6) });
  }
});
