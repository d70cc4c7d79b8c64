'use strict';
// Hits the same place many times, with a secret in the value.
const { execSync } = require('child_process');
const express = require('express');

const app = express();
app.get('/login/:user', (req, res) => {
  execSync(`echo --password ${req.query.password} --user ${req.params.user} token=abcdefghij`); // finds: command-injection
  res.json({});
});
const server = app.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
