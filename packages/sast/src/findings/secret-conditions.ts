import type { Rule } from '@plumbline/catalog';
import { entropyOf } from '../patterns/formula/analyzers.ts';

type Conditions = NonNullable<Rule['secret']>;
type Checksum = NonNullable<Conditions['checksum']>;

/** Whether a text is a secret as a rule means it: the shape alone was matched before. */
export function isSecret(text: string, { entropy, checksum }: Conditions): boolean {
  if (entropy !== undefined && entropyOf(text) < entropy) return false;
  return checksum ? checksums[checksum](text) : !isPlaceholder(text);
}

const placeholder =
  /example|sample|dummy|placeholder|change[_-]?(?:me|this|it)|redacted|replace[_-]?me|your[_-]|fake|not[_-]?a?[_-]?real|x{4}|\*{3}|\.{3}|(.)\1{5}|(?:0123|1234)5678|abcdefg|deadbeef/i;

/** What documentation writes where a secret would stand. */
function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

/** What can be told from a secret alone, by the format of its maker. A text that fails is none of theirs. */
const checksums: { readonly [name in Checksum]: (text: string) => boolean } = {
  'crc32-base62': hasCrc,
  'base64-user': isUser,
  'base64-id': (text) => /^\d{17,20}$/.test(decoded(text.split('.')[0]!) ?? ''),
  bech32: hasBech32,
  jwt: isJwt,
  pem: isPem,
};

/** A user and a password in base64. Source: RFC 7617, section 2 */
function isUser(text: string): boolean {
  const user = decoded(text) ?? '';
  return /^[!-9;-~]+:[!-~]{3,}$/.test(user) && !isPlaceholder(user) && !madeUp.test(user);
}

const madeUp =
  /^(?:test|user|foo|demo|aladdin|custom|my)\w*:|:(?:test|pass|foo|bar|secret|admin|guest|user|custom|my)\w*$/i;

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Units: characters. 32 bits in base 62. */
const crcLength = 6;

/**
 * A token ends with the CRC-32 of what stands between it and the last `_`, in base 62. Longer tokens than the first
 * ones are let through: nothing is published about them.
 *
 * Source: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
function hasCrc(token: string): boolean {
  const body = token.slice(token.lastIndexOf('_') + 1);
  if (body.length !== 36) return !isPlaceholder(token);
  let crc = crc32(body.slice(0, -crcLength));
  let digits = '';
  for (let at = 0; at < crcLength; at++) {
    digits = base62[crc % 62]! + digits;
    crc = Math.floor(crc / 62);
  }
  return body.endsWith(digits);
}

function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const bech32Letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const bech32Generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Source: https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki#checksum */
function hasBech32(text: string): boolean {
  const lower = text.toLowerCase();
  const split = lower.lastIndexOf('1');
  const prefix = Array.from(lower.slice(0, split), (it) => it.charCodeAt(0));
  const data = Array.from(lower.slice(split + 1), (it) => bech32Letters.indexOf(it));
  let sum = 1;
  for (const value of [...prefix.map((it) => it >> 5), 0, ...prefix.map((it) => it & 31), ...data]) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, factor] of bech32Generator.entries()) if ((top >> bit) & 1) sum ^= factor;
  }
  return sum === 1;
}

/** A signed token that says who issued it, for whom or until when. Source: RFC 7519, section 4.1 */
function isJwt(text: string): boolean {
  const [header = '', payload = ''] = text.split('.').map((it) => decoded(it) ?? '');
  if (!/^\{.*"alg"\s*:\s*"(?!none")\w+".*\}$/s.test(header)) return false;
  // "1234567890" and "John Doe" are the claims of the example that everybody copies.
  if (/"(?:John Doe|1234567890|Jane Doe)"|example\.(?:com|org)/.test(payload)) return false;
  return /^\{.*"(?:iss|sub|aud|exp|iat|jti|role|scope|email|user_?id|client_id)"\s*:.*\}$/s.test(payload);
}

/** DER begins with a sequence, OpenSSH's keys with their name. Source: RFC 7468, section 10; PROTOCOL.key of OpenSSH */
function isPem(text: string): boolean {
  const body = text.replaceAll(/\\[nrt]|[^A-Za-z0-9+/=]/g, '');
  const start = decoded(body.slice(0, 40)) ?? '';
  if (start.startsWith('openssh-key-v1')) return body.length >= 200;
  // Keys of 64 characters and less hold no more than their header; a real body has few repeats.
  return start.charCodeAt(0) === 0x30 && entropyOf(body) >= 4.2;
}

const base64Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of either alphabet, a character a byte. Undefined for anything else. */
function decoded(text: string): string | undefined {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const it of text.replace(/=+$/, '')) {
    const value = base64Letters.indexOf(it === '-' ? '+' : it === '_' ? '/' : it);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out += String.fromCharCode((held >> bits) & 0xff);
  }
  return out;
}
