const { exec, execFile, spawn } = require('node:child_process');
const child = require('child_process');
const express = require('express');

const router = express.Router();

router.get('/ping', (req, res) => {
  // ruleid: command-injection
  exec(`ping -c 1 ${req.query.host}`, (error, output) => res.json({ output }));
});

router.get('/ping/safe', (req, res) => {
  // ok: command-injection
  execFile('ping', ['-c', '1', '--', req.query.host], (error, output) => res.json({ output }));
});

router.post('/archive', (req, res) => {
  const folder = req.body.folder;
  const target = folder + '.tar';
  // ruleid: command-injection
  const output = child.execSync('tar -cf ' + target + ' ' + folder);
  res.json({ size: output.length });
});

router.post('/shell', (req, res) => {
  // ruleid: command-injection
  const started = spawn('sh', ['-c', 'convert ' + req.body.file]);
  // ok: command-injection
  const other = spawn('convert', [req.body.file]);
  // ruleid: command-injection
  spawn('convert', [req.body.file], { shell: true });
  res.json({ pid: [started.pid, other.pid] });
});

const tools = { jpeg: 'jpegtran', png: 'optipng' };

router.post('/optimise', (req, res) => {
  const tool = tools[req.body.kind] ?? 'true';
  // ok: command-injection
  exec(`${tool} /var/images/*`, () => res.end());
});

module.exports = router;
