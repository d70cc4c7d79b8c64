import crypto from 'node:crypto';
import bcrypt from 'bcrypt';

const COST = 4;

export async function register(user, password) {
  // ruleid: few-hash-iterations-node
  user.hash = await bcrypt.hash(password, 5);
  // ruleid: few-hash-iterations-node
  user.other = bcrypt.hashSync(password, COST);
  // ruleid: few-hash-iterations-node
  user.key = crypto.pbkdf2Sync(password, user.salt, 1000, 32, 'sha256');
}

export async function safe(user, password, cost) {
  // ok: few-hash-iterations-node
  user.hash = await bcrypt.hash(password, 12);
  // ok: few-hash-iterations-node
  user.other = await bcrypt.hash(password, cost);
  // ok: few-hash-iterations-node
  user.key = crypto.pbkdf2Sync(password, user.salt, 600_000, 32, 'sha256');
}
