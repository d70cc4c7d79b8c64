import { parse, TomlError } from 'smol-toml';
import { linesIn } from './lines.ts';

/** A table as smol-toml gives it; its values are told apart where they are used. */
export type TomlTable = Readonly<Record<string, unknown>>;

/** A stretch of a TOML file that was read by itself: one `[[package]]` with its sub-tables. */
export interface TomlBlock {
  /** Name of the table in the header; empty for what stands before the first header. */
  readonly name: string;
  /** Units: line of the header, counted from 1. */
  readonly line: number;
  readonly header: string;
  /** What `parse` made of it; undefined when it is no TOML. */
  readonly table: TomlTable | undefined;
  readonly fault: { readonly line: number; readonly message: string } | undefined;
}

/** Units: characters. A lock file of 2,000 packages has 1 MB; a hostile one of this size still fits into memory. */
const maxLength = 16 * 1024 * 1024;

/** Tried on short lines only: on a long one of blanks it would go through all ways to share them out. */
const header = /^\s*\[(\[)?\s*([^\]]+?)\s*\]?\]\s*(?:#.*)?$/;

/**
 * Reads a TOML text block by block, a block for every header that is in `names`, so that each has its line and a broken
 * one spoils no other.
 *
 * Shape: for `[[package]]` the table is that of the package, with sub-tables as written: `[package.dependencies]` is
 *        `dependencies`.
 */
export function readTomlBlocks(text: string, names: ReadonlySet<string>): readonly TomlBlock[] {
  const lines = text.length <= maxLength ? [...linesIn(text)] : [];
  const starts = lines.flatMap(({ text: line, number }) => {
    const name = line.length <= 200 ? header.exec(line)?.[2] : undefined;
    return name !== undefined && names.has(name) ? [{ name, number }] : [];
  });
  return starts.map(({ name, number }, index) => {
    const end = (starts[index + 1]?.number ?? lines.length + 1) - 1;
    const block = lines.slice(number - 1, end).map((it) => it.text);
    return { name, line: number, header: block[0]!, ...readBlock(name, block, number) };
  });
}

function readBlock(name: string, block: readonly string[], line: number): Pick<TomlBlock, 'table' | 'fault'> {
  const { value, fault } = readToml(block.join('\n'));
  if (fault) return { table: undefined, fault: { line: line + fault.line - 1, message: fault.message } };
  const named = value?.[name];
  const table = Array.isArray(named) ? named[0] : named;
  return { table: isTable(table) ? table : undefined, fault: undefined };
}

/** Reads a whole TOML text. */
export function readToml(text: string): {
  readonly value: TomlTable | undefined;
  readonly fault: { readonly line: number; readonly message: string } | undefined;
} {
  if (text.length > maxLength) return { value: undefined, fault: { line: 1, message: 'too large' } };
  try {
    return { value: parse(text, { maxDepth: 100 }), fault: undefined };
  } catch (error) {
    // smol-toml throws TomlError for what is no TOML; anything else is our bug.
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split('\n')[0]!.replace('Invalid TOML document: ', '');
    return { value: undefined, fault: { line: error.line, message } };
  }
}

export function isTable(value: unknown): value is TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A table's entry by its own name: `__proto__` and the like find nothing that nobody wrote. */
export function entry(table: unknown, key: string): unknown {
  return isTable(table) && Object.hasOwn(table, key) ? table[key] : undefined;
}

export function textEntry(table: unknown, key: string): string | undefined {
  const value = entry(table, key);
  return typeof value === 'string' ? value : undefined;
}

/** The entries of a table; none for anything else. */
export function entriesOf(table: unknown): readonly (readonly [string, unknown])[] {
  return isTable(table) ? Object.entries(table) : [];
}
