import https from 'node:https';
import tls from 'node:tls';

export function serve(key, cert, app) {
  // ruleid: old-tls-node
  return https.createServer({ key, cert, minVersion: 'TLSv1' }, app);
}

export function connect(host) {
  // ruleid: old-tls-node
  return tls.connect({ host, port: 443, secureProtocol: 'TLSv1_method' });
}

// ruleid: old-tls-node
tls.DEFAULT_MIN_VERSION = 'TLSv1.1';

export function safe(key, cert, app, version) {
  // ok: old-tls-node
  https.createServer({ key, cert, minVersion: 'TLSv1.2' }, app);
  // ok: old-tls-node
  tls.connect({ host: 'example.com', secureProtocol: 'TLS_method' });
  // ok: old-tls-node
  return https.createServer({ key, cert, minVersion: version }, app);
}
