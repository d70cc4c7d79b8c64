'use strict';
// The ways in which an application without a framework reads its address.
const { execSync } = require('node:child_process');
const http = require('node:http');
const querystring = require('node:querystring');
const url = require('node:url');
const util = require('node:util');

const run = {
  '/url': (req) => execSync('echo ' + new URL(req.url, 'http://localhost').searchParams.get('name')), // finds: command-injection
  '/search': (req) => execSync('echo ' + new URLSearchParams(req.url.split('?')[1]).getAll('name')[0]), // finds: command-injection
  '/parse': (req) => execSync(`echo ${url.parse(req.url, true).query.name}`), // finds: command-injection
  '/query': (req) => execSync(util.format('echo %s', querystring.parse(req.url.split('?')[1]).name)), // finds: command-injection
  '/path/anna': (req) => execSync('echo ' + new URL(`http://localhost${req.url}`).pathname), // finds: command-injection
  '/safe': () => execSync('echo ' + new URL('http://localhost/?name=berta').searchParams.get('name')),
};
// asks: /url?name=anna
// asks: /search?name=anna
// asks: /parse?name=anna
// asks: /query?name=anna
// asks: /path/anna?x=1
// asks: /safe?name=berta
const server = http.createServer((req, res) => {
  run[req.url.split('?')[0]](req);
  res.end('done');
});
server.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
