import { asciiIn, numbersIn, type ByteSource } from './byte-source.ts';
import type { Program } from './program.ts';
import { bytesOf } from './programs.ts';

/** Units: bytes of a table that are looked at. */
const maxTable = 64 * 2 ** 20;

/** Tables of symbols, and where their names are. */
const tables = [
  ['.dynsym', '.dynstr'],
  ['.symtab', '.strtab'],
] as const;

/** Where in the running program some things are that an ELF program of 64 bits names. Source: System V ABI, "Symbol Table" */
export function addressesOf(
  source: ByteSource,
  { sections, isBigEndian }: Program,
  names: readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [tableName, textName] of tables) {
    const [table, texts] = [tableName, textName].map((name) => sections.find((it) => it.name === name));
    if (!table || !texts) continue;
    const [rows, text] = [numbersIn(bytesOf(source, table, maxTable), isBigEndian), bytesOf(source, texts, maxTable)];
    for (let at = 0; at + 24 <= rows.size && found.size < names.length; at += 24) {
      const name = names.find((it) => isAt(text, rows.u32(at), it));
      if (name !== undefined && !found.has(name)) found.set(name, rows.u64(at + 8));
    }
  }
  return found;
}

function isAt(text: Uint8Array, at: number, name: string): boolean {
  // Most names differ in the first letter.
  return text[at] === name.charCodeAt(0) && asciiIn(text, at, name.length + 1) === `${name}\0`;
}
