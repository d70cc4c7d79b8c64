import { randomBytes } from 'node:crypto';

const last = { time: 0, sequence: 0 };

/**
 * A new id that sorts by time of making, so that an index grows at one end; those of one millisecond sort by a sequence
 * number of 12 bits.
 *
 * Source: RFC 9562, sections 5.7 (UUID version 7) and 6.2 (method 1)
 */
export function newId(now: Date = new Date()): string {
  const time = now.getTime();
  last.sequence = time === last.time ? (last.sequence + 1) & 0xfff : 0;
  last.time = time;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.sequence, 6);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
