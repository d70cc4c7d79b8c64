import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `source 'https://gems.example'
gem 'rails', '~> 7.1', '>= 7.1.2'
gem "pg", "1.5.4" # the database
gem 'mine', git: 'https://host.example/mine.git', ref: '0c09903'
gem 'here', path: '../here'
group :test do
  gem 'rspec'
end
`;

test('ranges, groups, git, folders', () => {
  const { value } = readProject({ Gemfile: text });
  expect(value.map(short)).toEqual([
    '2 rails@ direct runtime',
    '3 pg@1.5.4 direct runtime',
    '4 mine@ git direct runtime',
    '5 here@ file direct runtime',
    '7 rspec@ direct test',
  ]);
  expect(value[0]!.requested).toBe('~> 7.1, >= 7.1.2');
});

test('the lock file goes before it', () => {
  expect(readProject({ Gemfile: text, 'Gemfile.lock': 'GEM\n' }).value).toEqual([]);
});

test('a gem over several lines', () => {
  const { value } = readProject({
    Gemfile: `gem 'RedCloth',
  '~> 4.2.9', # old
  # a comment of its own
  require: 'redcloth'
gem 'rake', '13.0.6',
  group: :test
`,
  });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '1 RedCloth@ direct runtime ~> 4.2.9',
    '5 rake@13.0.6 direct test 13.0.6',
  ]);
});
