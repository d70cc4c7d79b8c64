#!/usr/bin/env node
'use strict';
process.on('exit', (code) => console.log('exit', code));
const name = 'a' + process.pid;
setTimeout(() => {
  throw new TypeError('out of ' + (name ? 'reach' : ''));
}, 5);
