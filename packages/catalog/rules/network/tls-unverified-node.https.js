import fs from 'node:fs';
import https from 'node:https';
import pg from 'pg';

export function fetchAll(urls) {
  // ruleid: tls-unverified-node
  const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });
  return urls.map((url) => https.get(url, { agent }));
}

export function connect(host, config) {
  const pool = new pg.Pool({
    host,
    max: 5,
    // ruleid: tls-unverified-node
    ssl: { rejectUnauthorized: false },
  });
  // ok: tls-unverified-node
  return pool.connect({ rejectUnauthorized: config.verify });
}

export function legacy(options) {
  // ruleid: tls-unverified-node
  options.rejectUnauthorized = false;
  // ruleid: tls-unverified-node
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  return https.request(options);
}

export function safe(url) {
  // ok: tls-unverified-node
  const agent = new https.Agent({ rejectUnauthorized: true, ca: fs.readFileSync('company-ca.pem') });
  // ok: tls-unverified-node
  const { rejectUnauthorized = false } = agent.options;
  return https.get(url, { agent, headers: { strict: String(rejectUnauthorized) } });
}
