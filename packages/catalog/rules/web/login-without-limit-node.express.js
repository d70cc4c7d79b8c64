import express from 'express';
import { rateLimit } from 'express-rate-limit';

export function routes(app, login, reset, limiter) {
  // ruleid: login-without-limit-node
  app.post('/login', login);
  // ruleid: login-without-limit-node
  app.post('/account/reset-password', (req, res) => reset(req, res));
  // ok: login-without-limit-node
  app.post('/login', limiter, login);
  // ok: login-without-limit-node
  app.post('/login', rateLimit({ limit: 10 }), login);
  // ok: login-without-limit-node
  app.post('/orders', login);
}
