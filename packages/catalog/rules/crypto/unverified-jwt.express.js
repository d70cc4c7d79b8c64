const express = require('express');
const jwt = require('jsonwebtoken');
const jose = require('jose');

const app = express();

app.get('/me', (req, res) => {
  // ruleid: unverified-jwt
  const claims = jwt.decode(req.cookies.token);
  res.json({ user: claims.sub });
});

app.get('/orders', (req, res) => {
  // ruleid: unverified-jwt
  const claims = jwt.verify(req.cookies.token, null, { algorithms: ['none'] });
  res.json({ user: claims.sub });
});

app.get('/name', (req, res) => {
  // ruleid: unverified-jwt
  res.json(jose.decodeJwt(req.cookies.token).name);
});

app.get('/me/safe', (req, res) => {
  // ok: unverified-jwt
  const claims = jwt.verify(req.cookies.token, process.env.PUBLIC_KEY, { algorithms: ['RS256'] });
  res.json({ user: claims.sub });
});

app.get('/orders/safe', async (req, res) => {
  // ok: unverified-jwt
  const { payload } = await jose.jwtVerify(req.cookies.token, req.app.get('key'));
  res.json(payload.sub);
});
