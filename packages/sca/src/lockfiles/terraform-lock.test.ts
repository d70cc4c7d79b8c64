import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('providers with versions and constraints', () => {
  const { value, problems } = readProject({
    '.terraform.lock.hcl': `# maintained automatically
provider "registry.example/hashicorp/aws" {
  version     = "5.31.0"
  constraints = "~> 5.0"
  hashes = [
    "h1:abc=",
  ]
}
provider "private.example/team/x" {
  version = "1.0.0"
}
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '2 hashicorp/aws@5.31.0 direct runtime',
    '9 private.example/team/x@1.0.0 direct runtime',
  ]);
  expect(value[0]).toMatchObject({ requested: '~> 5.0', purl: 'pkg:terraform/hashicorp/aws@5.31.0' });
});
