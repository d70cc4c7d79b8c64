const express = require('express');
const vm = require('node:vm');

const app = express();
const operations = { add: (a, b) => a + b, subtract: (a, b) => a - b };

app.get('/calculate', (req, res) => {
  // ruleid: code-injection
  const result = eval(req.query.formula);
  res.json({ result });
});

app.get('/calculate/safe', (req, res) => {
  const { operation, a, b } = req.query;
  const known = Object.hasOwn(operations, operation) ? operations[operation] : operations.add;
  // ok: code-injection
  res.json({ result: known(Number(a), Number(b)) });
});

app.post('/filter', (req, res) => {
  const source = 'return ' + req.body.filter;
  // ruleid: code-injection
  const filter = new Function('item', source);
  // ok: code-injection
  const fixed = new Function('item', 'return item.price > 0');
  res.json([1, 2, 3].filter(filter).filter(fixed));
});

app.post('/script', (req, res) => {
  // ruleid: code-injection
  res.json(vm.runInNewContext(req.body.script, {}));
});

app.post('/later', (req, res) => {
  // ok: code-injection
  setTimeout(() => console.log(req.body.text), 1000);
  res.end();
});
