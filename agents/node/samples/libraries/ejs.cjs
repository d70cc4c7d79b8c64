'use strict';
const path = require('node:path');
const ejs = require('ejs');
const express = require('express');
const mustache = require('mustache');

const app = express();
app.set('view engine', 'ejs');
app.set('views', path.join(__dirname, '../views'));

// asks: /raw?name=anna&city=paris
app.get('/raw', (req, res) => {
  res.render('raw', { name: req.query.name, city: req.query.city }); // finds: reflected-xss
});
// asks: /escaped?name=anna
app.get('/escaped', (req, res) => res.render('escaped', { name: req.query.name }));
// asks: /mustache?name=anna
app.get('/mustache', (req, res) => {
  res.send(mustache.render('<b>{{{name}}}</b>', req.query)); // finds: reflected-xss
});
// asks: /mustache/escaped?name=anna
app.get('/mustache/escaped', (req, res) => res.send(mustache.render('<b>{{name}}</b>', req.query)));
// asks: /inline?name=anna
app.get('/inline', (req, res) => {
  const page = ejs.render('<i><%- name %></i>', { name: req.query.name });
  res.send(page); // finds: reflected-xss
});
const server = app.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
