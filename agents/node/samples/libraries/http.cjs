'use strict';
// No framework: what Node itself hands over is enough.
// asks: /ping?host=localhost
// asks: /go?to=https%3A%2F%2Fexample.com
// asks: /agent?x= user-agent: tester
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
