const crypto = require('node:crypto');

function encrypt(key, iv, text) {
  // ruleid: weak-cipher
  const old = crypto.createCipheriv('des-ede3-cbc', key, iv);
  return old.update(text, 'utf8', 'hex') + old.final('hex');
}

function blocks(key, text) {
  // ruleid: weak-cipher
  const cipher = crypto.createCipheriv('aes-128-ecb', key, null);
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

function withPassword(password) {
  // ruleid: weak-cipher
  return crypto.createCipher('aes-256-cbc', password);
}

function safely(key, text) {
  // ok: weak-cipher
  const cipher = crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
  return cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
}

function chacha(key, iv) {
  // ok: weak-cipher
  return crypto.createCipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 });
}

module.exports = { encrypt, blocks, withPassword, safely, chacha };
