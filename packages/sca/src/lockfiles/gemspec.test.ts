import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('the gem with a constant of another file, what it asks for', () => {
  const { value } = readProject({
    'lib/app/version.rb': "module App\n  VERSION = '1.2.3'\nend\n",
    'app.gemspec': `require_relative File.join(
  'lib', 'app', 'version'
)
Gem::Specification.new do |spec|
  spec.name = 'app'
  spec.version = App::VERSION
  spec.add_dependency 'rack', '~> 3.0', '>= 3.0.1'
  spec.add_runtime_dependency("json".freeze, ["= 2.7.1"])
  spec.add_development_dependency 'rspec'
end
`,
  });
  expect(value.map(short)).toEqual([
    '5 app@1.2.3 workspace direct runtime',
    '7 rack@ direct runtime',
    '8 json@2.7.1 direct runtime',
    '9 rspec@ direct development',
  ]);
  expect(value[1]!.requested).toBe('~> 3.0, >= 3.0.1');
});

test('an installed gem is one of the registry', () => {
  const { value } = readProject({
    'gems/specifications/yaml-0.2.1.gemspec':
      'Gem::Specification.new do |s|\n  s.name = "yaml".freeze\n  s.version = "0.2.1"\n  s.add_runtime_dependency(%q<psych>.freeze, [">= 4"])\nend\n',
    'other.gemspec': 'nothing',
  });
  expect(value.map(short)).toEqual(['2 yaml@0.2.1 transitive runtime']);
});

test('a version in a file of the load path', () => {
  const { value } = readProject({
    'lib/app/version.rb': "module App\n  VERSION = '2.0.0'\nend\n",
    'app.gemspec':
      "$LOAD_PATH.unshift File.expand_path('lib', __dir__)\nrequire 'app/version'\nGem::Specification.new do |s|\n  s.name = 'app'\n  s.version = App::VERSION\nend\n",
  });
  expect(value.map(short)).toEqual(['4 app@2.0.0 workspace direct runtime']);
});
