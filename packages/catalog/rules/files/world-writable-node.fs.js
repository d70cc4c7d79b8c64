import fs from 'node:fs';

export function share(path, text) {
  // ruleid: world-writable-node
  fs.chmodSync(path, 0o777);
  // ruleid: world-writable-node
  fs.chmodSync(path, '666');
  // ruleid: world-writable-node
  fs.writeFileSync(path, text, { mode: 0o666 });
}

export function safe(path, text, mode) {
  // ok: world-writable-node
  fs.chmodSync(path, 0o755);
  // ok: world-writable-node
  fs.chmodSync(path, mode);
  // ok: world-writable-node
  fs.writeFileSync(path, text, { mode: 0o600 });
}
