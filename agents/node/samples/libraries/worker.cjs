'use strict';
// The server runs in a worker thread.
// asks: / x-name: anna
const { Worker, isMainThread, parentPort } = require('node:worker_threads');
const { execSync } = require('child_process');
const http = require('http');

if (isMainThread) new Worker(__filename).on('message', (port) => console.log('listening', port));
else {
  const server = http.createServer((req, res) => {
    execSync('echo ' + req.headers['x-name']); // finds: command-injection
    res.end();
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
}
