const escapeHtml = require('escape-html');
const express = require('express');
const http = require('http');

const app = express();

app.get('/hello', (req, res) => {
  // ruleid: reflected-xss
  res.send(`<h1>Hello, ${req.query.name}</h1>`);
});

app.get('/hello/safe', (req, res) => {
  // ok: reflected-xss
  res.send(`<h1>Hello, ${escapeHtml(req.query.name)}</h1>`);
});

app.get('/search', async (req, res) => {
  const title = 'Results for ' + req.query.term;
  const page = layout(title);
  // ruleid: reflected-xss
  res.status(200).send(page);
});

function layout(title) {
  return ['<!doctype html>', '<title>' + title + '</title>'].join('\n');
}

app.get('/data', (req, res) => {
  // ok: reflected-xss
  res.json({ term: req.query.term });
});

app.get('/object', (req, res) => {
  // ok: reflected-xss
  res.send({ term: req.query.term });
});

app.get('/view', (req, res) => {
  // ok: reflected-xss
  res.render('view', { term: req.query.term });
});

http.createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  response.setHeader('Content-Type', 'text/html');
  // ruleid: reflected-xss
  response.end('<p>' + url.searchParams.get('text') + '</p>');
});
