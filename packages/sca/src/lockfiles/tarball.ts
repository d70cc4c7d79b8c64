import { inMemory, numbersIn, type ByteSource } from '../archives/byte-source.ts';
import { gunzip, gzipBody } from '../archives/inflate.ts';
import { shownIn, type Layer, type Opening } from './archive-layer.ts';

/** Units: bytes that a packed tar archive may have, and may unpack to: its entries have no places before that. */
const maxTarball = 256 * 2 ** 20;
/** More than so many times smaller is nothing but the same byte, over and over. */
const maxRatio = 250;
/** Units: bytes. Below it a ratio harms nobody. */
const smallSize = 2 ** 20;

/** The tar archive in a file that is one, or one that was packed as a whole; undefined when it may not be unpacked. */
export function tarIn(source: ByteSource, { inside }: Layer, opening: Opening): ByteSource | undefined {
  const [first, second] = source.read(0, 2);
  if (first !== 0x1f || second !== 0x8b) return source;
  const packed = source.read(0, Math.min(source.size, maxTarball));
  // The last number is how much it unpacks to.
  const size = numbersIn(packed).u32(packed.length - 4);
  const limit = Math.min(size, maxTarball, Math.max(smallSize, packed.length * maxRatio));
  if (!opening.budget.takeBytes(limit)) return cut(opening, inside, 'too much was unpacked already');
  const body = size === limit ? gzipBody(packed) : undefined;
  const whole = body && opening.inflate?.(body, size);
  return whole ? inMemory(whole) : unpacked(packed, limit, (why) => cut(opening, inside, why));
}

/** As much of it as may be and makes sense. */
function unpacked(packed: Uint8Array, limit: number, tell: (why: string) => void): ByteSource | undefined {
  const found = gunzip(packed, limit);
  if (found?.is === 'cut') tell(`only its first ${(limit / 2 ** 20).toFixed(1)} MiB are looked at`);
  if (found?.is === 'damaged') tell('it is damaged');
  return found && inMemory(found.bytes);
}

function cut({ problems }: Opening, inside: string, why: string): undefined {
  problems.add('archive-cut', `${shownIn(inside)} is cut: ${why}.`);
}
