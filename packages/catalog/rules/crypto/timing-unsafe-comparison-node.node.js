import crypto from 'node:crypto';

export function hook(req, res, key) {
  const own = crypto.createHmac('sha256', key).update(req.rawBody).digest('hex');
  // ruleid: timing-unsafe-comparison-node
  if (own !== req.headers['x-signature']) return res.sendStatus(401);
  res.sendStatus(204);
}

export function short(body, given, key) {
  // ruleid: timing-unsafe-comparison-node
  return crypto.createHmac('sha1', key).update(body).digest('hex') === given;
}

export function safe(body, given, key, etag) {
  const own = crypto.createHmac('sha256', key).update(body).digest();
  const current = crypto.createHash('sha256').update(body).digest('hex');
  // ok: timing-unsafe-comparison-node
  if (current === etag) return true;
  // ok: timing-unsafe-comparison-node
  if (given.length !== own.length) return false;
  return crypto.timingSafeEqual(own, given);
}
