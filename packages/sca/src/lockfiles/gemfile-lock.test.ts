import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

const lock = `GIT
  remote: https://host.example/fork.git
  revision: 027dbe2e56397b534e859fc283990cad1b6addd6
  branch: main
  specs:
    fork (2.0.0.alpha1)
      rack (~> 2.0)

PATH
  remote: .
  specs:
    app (0.1.0)
      pry

GEM
  remote: https://gems.example/
  specs:
    coderay (1.1.3)
    method_source (1.0.0)
    nokogiri (1.13.0)
      rack (>= 1)
    nokogiri (1.13.0-x86_64-linux)
      rack (>= 1)
    pry (0.14.1)
      coderay (~> 1.1)
      method_source (~> 1.0)
    rack (2.2.3)

PLATFORMS
  ruby
  x86_64-linux

DEPENDENCIES
  app!
  fork!
  nokogiri (~> 1.13)
  pry

BUNDLED WITH
   2.3.0
`;

test('sections, platforms, edges', () => {
  const { value, problems } = readProject({ 'Gemfile.lock': lock });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '6 fork@2.0.0.alpha1 git direct runtime',
    '12 app@0.1.0 workspace direct runtime',
    '18 coderay@1.1.3 transitive runtime',
    '19 method_source@1.0.0 transitive runtime',
    '20 nokogiri@1.13.0 direct runtime',
    '24 pry@0.14.1 direct runtime',
    '27 rack@2.2.3 transitive runtime',
  ]);
  expect(edges(value[5]!)).toBe('pry → coderay@1.1.3 method_source@1.0.0');
  expect(value[4]!.requested).toBe('~> 1.13');
});

test('groups with a Gemfile', () => {
  const { value } = readProject({
    'Gemfile.lock': lock.replace('  app!\n', ''),
    Gemfile: `source 'https://gems.example' do
  gem "nokogiri", "~> 1.13", groups: [:production, :test] # both
end
group :development do
  if true
    gem 'pry'
  end
end
gem 'fork', git: 'https://host.example/fork.git', :group => :test
`,
  });
  expect(value.map((it) => `${it.name} ${it.scopes.join('+')}`)).toEqual([
    'fork test',
    'app runtime',
    'coderay development',
    'method_source development',
    'nokogiri runtime+test',
    'pry development',
    'rack runtime+test',
  ]);
});

test('a gem without a version is a problem with its line', () => {
  const { value, problems } = readProject({ 'gems.locked': 'GEM\n  specs:\n    a (1.0)\n    b\n    c (2)\n' });
  expect(value.map((it) => it.name)).toEqual(['a', 'c']);
  expect(problems.map((it) => it.line)).toEqual([4]);
});

test('groups add up, over several lines and in braces; what a gem is developed with', () => {
  const { value } = readProject({
    Gemfile: `gem 'a', # one
  # two
  '1.0', { :require => 'x', :group => [:default,
  # three
:test] }
group(:development) {
  gem 'b', group: :test
}
gem 'c'
gemspec
`,
    'app.gemspec': `Gem::Specification.new do |s|
  s.add_development_dependency 'd', [ # why
    '>= 1',
  ]
  s.add_dependency 'e'
end
`,
    'Gemfile.lock': `GEM
  specs:
    a (1.0)
    b (1.0)
    c (1.0)
    d (1.0)
    e (1.0)

DEPENDENCIES
  a
  b
  c
  d
  e
`,
  });
  expect(value.map((it) => `${it.name} ${it.scopes.join('+')}`)).toEqual([
    'a runtime+test',
    'b development+test',
    'c runtime',
    'd development',
    'e runtime',
  ]);
});
