import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tarOf } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';

const metadata = `--- !ruby/object:Gem::Specification
name: rack
version: !ruby/object:Gem::Version
  version: 2.0.1
platform: ruby
dependencies:
- !ruby/object:Gem::Dependency
  name: other
  requirement: !ruby/object:Gem::Requirement
    requirements:
    - - ">="
      - !ruby/object:Gem::Version
        version: '0'
licenses:
- MIT
`;

test('a package of RubyGems is what its description says', () => {
  const bytes = tarOf({ 'metadata.gz': gzipSync(metadata), 'data.tar.gz': 'x' });
  const { value, problems } = readBytes('vendor/cache/rack-2.0.1.gem', bytes);
  expect([value.map(told), problems]).toEqual([['rack@2.0.1 vendor/cache/rack-2.0.1.gem'], []]);
  expect(value[0]).toMatchObject({ ecosystem: 'gem', licenses: ['MIT'] });
});
