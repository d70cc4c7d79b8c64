import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `requires 'perl', '5.016';
requires 'Plack', '1.0';
requires "JSON::XS" => '== 4.03';
recommends 'Fast';
# requires 'Old';
test_requires 'Test::More', 0.96;
on 'develop' => sub {
  requires 'Devel::Cover';
};
on test => sub { requires 'Test::Deep'; recommends 'Test::Pod'; };
requires 'Last';
`;

test('phases, both ways to write them; a number is the least that will do', () => {
  const { value } = readProject({ cpanfile: text });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '2 Plack@ direct runtime 1.0',
    '3 JSON::XS@4.03 direct runtime == 4.03',
    '4 Fast@ direct optional ',
    '6 Test::More@ direct test 0.96',
    '8 Devel::Cover@ direct development ',
    '10 Test::Deep@ direct test ',
    '10 Test::Pod@ direct test ',
    '11 Last@ direct runtime ',
  ]);
});

test('the snapshot goes before it', () => {
  expect(readProject({ cpanfile: text, 'cpanfile.snapshot': '# carton snapshot format: version 1.0\n' }).value).toEqual(
    [],
  );
});
