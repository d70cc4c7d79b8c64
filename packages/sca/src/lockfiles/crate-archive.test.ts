import { expect, test } from 'vitest';
import { tgzOf } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';

test('a package of crates.io is what its manifest says', () => {
  const toml = '[package]\nname = "serde"\nversion = "1.0.1"\nlicense = "MIT OR Apache-2.0"\n';
  const bytes = tgzOf({ 'serde-1.0.1/src/lib.rs': '', 'serde-1.0.1/Cargo.toml': toml });
  const { value, problems } = readBytes('serde-1.0.1.crate', bytes);
  expect([value.map(told), problems]).toEqual([['serde@1.0.1 serde-1.0.1.crate'], []]);
  expect(value[0]).toMatchObject({ ecosystem: 'cargo', licenses: ['MIT OR Apache-2.0'] });
});
