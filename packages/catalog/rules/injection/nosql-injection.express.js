const express = require('express');
const { MongoClient } = require('mongodb');
const mongoose = require('mongoose');

const app = express();
const client = new MongoClient('mongodb://localhost');
const users = client.db('shop').collection('users');
const Product = mongoose.model('Product', new mongoose.Schema({ name: String }));

app.post('/login', async (req, res) => {
  // ruleid: nosql-injection
  const user = await users.findOne({ name: req.body.name, password: req.body.password });
  res.json({ known: user !== null });
});

app.get('/products', async (req, res) => {
  // ruleid: nosql-injection
  res.json(await Product.find({ name: req.query.name }));
});

app.post('/search', async (req, res) => {
  // ruleid: nosql-injection
  res.json(await Product.find(req.body));
});

app.post('/login/safe', async (req, res) => {
  // ok: nosql-injection
  const user = await users.findOne({ name: String(req.body.name) });
  res.json({ known: user !== null });
});

app.get('/products/:name', async (req, res) => {
  // ok: nosql-injection
  res.json(await Product.find({ name: req.params.name }));
});

app.get('/products/text', async (req, res) => {
  // ok: nosql-injection
  res.json(await Product.find({ name: { $eq: req.query.name.toString() } }));
});
