import { addressesOf } from '../archives/elf-symbols.ts';
import { numbersIn, type ByteSource } from '../archives/byte-source.ts';
import { gunzip } from '../archives/inflate.ts';
import type { Program } from '../archives/program.ts';
import { offsetOf } from '../archives/programs.ts';
import { decode } from '../text/decode.ts';

/** Units: bytes. */
const maxPacked = 16 * 2 ** 20;
const maxText = 64 * 2 ** 20;

/**
 * The bill of materials (CycloneDX, JSON) that GraalVM puts into a program; undefined for other programs.
 *
 * Source: https://www.graalvm.org/latest/security-guide/native-image/SBOM/
 */
export function nativeImageBill(source: ByteSource, program: Program): string | undefined {
  // The heap that the program starts with tells it from programs of other languages.
  if (!program.sections.some((it) => it.name === '.svm_heap')) return undefined;
  const found = addressesOf(source, program, ['sbom', 'sbom_length']);
  const [start, count] = ['sbom', 'sbom_length'].map((it) => {
    const address = found.get(it);
    return address === undefined ? undefined : offsetOf(program, address);
  });
  if (start === undefined || count === undefined) return undefined;
  const length = numbersIn(source.read(count, 8).slice(), program.isBigEndian).u64(0);
  const unpacked = length > maxPacked ? undefined : gunzip(source.read(start, length).slice(), maxText);
  return unpacked?.is === 'whole' ? decode(unpacked.bytes) : undefined;
}
