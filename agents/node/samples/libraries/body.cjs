'use strict';
// The ways in which an application without a framework reads a body.
const { execSync } = require('node:child_process');
const http = require('node:http');

const run = {
  '/added': (body) => execSync('echo ' + JSON.parse(body).name), // finds: command-injection
  '/joined': (body) => execSync(`echo ${JSON.parse(body.toString('utf8')).name}`), // finds: command-injection
  '/iterated': (body) => execSync('echo ' + String(body.length)),
};
// asks: POST /added {"name":"anna"}
// asks: POST /joined {"name":"anna"}
// asks: POST /iterated {"name":"anna"}
const server = http.createServer(async (req, res) => {
  if (req.url === '/added') {
    let body = '';
    req.on('data', (chunk) => (body += chunk));
    await new Promise((done) => req.once('end', done));
    run[req.url](body);
  } else {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    run[req.url](Buffer.concat(chunks));
  }
  res.end('done');
});
server.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
