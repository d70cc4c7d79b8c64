'use strict';
// No framework: what Node itself hands over is enough.
const { execSync } = require('node:child_process');
const http = require('node:http');

const server = http.createServer((req, res) => {
  const [path, query] = req.url.split('?');
  const value = decodeURIComponent(query.slice(query.indexOf('=') + 1));
  if (path === '/ping') execSync('echo ' + value); // finds: command-injection
  if (path === '/go') res.setHeader('Location', value); // finds: open-redirect
  if (path === '/agent') res.end('<p>' + req.headers['user-agent'] + '</p>'); // finds: reflected-xss
  else res.end('done');
});
server.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
