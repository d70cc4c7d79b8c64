import { expect, test } from 'vitest';
import { coreFromDisk } from '../../testing/from-disk.ts';
import { startCore } from './core.ts';
import { linkGrammar } from './link.ts';
import { compile } from './wasm-api.ts';

/** Numbers below 64 are one byte in every encoding of WebAssembly's, so that modules can be written by hand. */
const text = (it: string): number[] => [it.length, ...Buffer.from(it)];
const section = (id: number, ...parts: number[][]): number[] => {
  const body = id === 0 ? parts.flat() : [parts.length, ...parts.flat()];
  return [id, (body.length & 0x7f) | 0x80, body.length >> 7, ...body];
};
const i32 = 0x7f;
const constant = 0;
const variable = 1;
const imported = (from: string, name: string, ...kind: number[]): number[] => [...text(from), ...text(name), ...kind];
const exported = (name: string, kind: number, index: number): number[] => [...text(name), kind, index];
const code = (...body: number[]): number[] => [body.length + 2, 0, ...body, 0x0b];
const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** 16 bytes of memory, aligned to 2^5, and two entries in the table. */
const dylink = section(0, text('dylink.0'), [1, 4, 16, 5, 2, 0]);
const noArguments = section(1, [0x60, 0, 1, i32]);

test('a module finds its own data and functions by name, at the addresses that it was given', () => {
  const module = compile(
    Uint8Array.from([
      ...magic,
      ...dylink,
      ...noArguments,
      ...section(
        2,
        imported('env', 'memory', 2, 0, 0),
        imported('env', '__indirect_function_table', 1, 0x70, 0, 0),
        imported('env', '__memory_base', 3, i32, constant),
        imported('GOT.mem', 'value', 3, i32, variable),
        imported('GOT.func', 'answer', 3, i32, variable),
      ),
      ...section(3, [0], [0]),
      // global 3: `value` lies 8 bytes into the module's data
      ...section(6, [i32, constant, 0x41, 8, 0x0b]),
      ...section(7, exported('value', 3, 3), exported('answer', 0, 0), exported('tree_sitter_test', 0, 1)),
      ...section(
        10,
        code(0x41, 40),
        // (address of value − memory base) + call by number of `answer`
        code(0x23, 1, 0x23, 0, 0x6b, 0x23, 2, 0x11, 0, 0, 0x6a),
      ),
    ]),
  );
  expect(linkGrammar(startCore(compile(coreFromDisk())), module)).toBe(48);
});

test('data is aligned as a module wants it, zeroed, and apart from that of others', () => {
  const core = startCore(compile(coreFromDisk()));
  const module = compile(
    Uint8Array.from([
      ...magic,
      ...dylink,
      ...noArguments,
      ...section(2, imported('env', '__memory_base', 3, i32, constant)),
      ...section(3, [0]),
      ...section(7, exported('tree_sitter_test', 0, 0)),
      ...section(10, code(0x23, 0)),
    ]),
  );
  new Uint8Array(core.memory.buffer, core.malloc(100), 100).fill(255);
  core.flat_reset();
  const bases = [linkGrammar(core, module), linkGrammar(core, module)] as const;
  expect([bases[0] % 32, bases[1] % 32, bases[1] - bases[0] >= 16]).toEqual([0, 0, true]);
  expect([...new Uint8Array(core.memory.buffer, bases[0], 16)]).toEqual(Array(16).fill(0));
});

test('what is no grammar, or asks for what the core does not have, is refused by name', () => {
  const core = startCore(compile(coreFromDisk()));
  const link = (...sections: number[][]): number =>
    linkGrammar(core, compile(Uint8Array.from([...magic, ...sections.flat()])));
  expect(() => link()).toThrow('it has no dylink.0 section');
  expect(() => link(dylink)).toThrow('it exports no tree_sitter_… function');
  expect(() => link(dylink, noArguments, section(2, imported('env', 'fopen', 0, 0)))).toThrow(
    'the grammar needs fopen',
  );
});
