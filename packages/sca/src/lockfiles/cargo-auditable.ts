import { unzlib } from '../archives/inflate.ts';
import { bytesOf } from '../archives/programs.ts';
import type { ByteSource } from '../archives/byte-source.ts';
import type { Program } from '../archives/program.ts';
import { decode } from '../text/decode.ts';
import { isTrue, itemsOf, member, readJson, textOf, type JsonValue } from '../text/json.ts';

/** A crate that was built into a program. */
export interface BuiltCrate {
  readonly name: string;
  readonly version: string;
  /** `crates.io`, `git`, `local`, `registry`, or a word of a later time. */
  readonly source: string;
  readonly isBuild: boolean;
  readonly isRoot: boolean;
  /** Places in the list. */
  readonly needs: readonly number[];
}

/** Units: bytes. What the format's own documentation tells readers to bear. */
const maxPacked = 8 * 2 ** 20;
const maxUnpacked = 64 * 2 ** 20;

/**
 * The crates that `cargo auditable` has written into a program; undefined when it was built without it. `broken` says why
 * they could not be read.
 *
 * Source: https://github.com/rust-secure-code/cargo-auditable/blob/master/PARSING.md
 */
export function builtCrates(
  source: ByteSource,
  { sections }: Program,
): { readonly crates: readonly BuiltCrate[]; readonly broken?: string } | undefined {
  const section = sections.find((it) => it.name === '.dep-v0');
  if (!section) return undefined;
  const unpacked = unzlib(bytesOf(source, section, maxPacked), maxUnpacked);
  if (unpacked?.is !== 'whole') return { crates: [], broken: 'its list of crates is damaged or too large' };
  const { value } = readJson(decode(unpacked.bytes));
  return { crates: itemsOf(member(value, 'packages')).map(crateOf) };
}

function crateOf(it: JsonValue): BuiltCrate {
  const [name = '', version = '', source = '', kind] = ['name', 'version', 'source', 'kind'].map((key) =>
    textOf(member(it, key)),
  );
  const needs = itemsOf(member(it, 'dependencies')).flatMap((one) =>
    one.is === 'scalar' && typeof one.value === 'number' ? [one.value] : [],
  );
  return { name, version, source, isBuild: kind === 'build', isRoot: isTrue(member(it, 'root')), needs };
}
