import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
    random = { source = "hashicorp/random", version = "3.5.1" }
    null = "~> 3.0"
  }
  required_version = ">= 1.5"
}
module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.1.2"
}
module "mine" {
  source = "git::https://host.example/team/mine.git//sub?ref=v1.2.0"
}
module "here" {
  source = "./here"
}
resource "aws_x" "y" {
  version = "9"
}
`;

test('providers and modules', () => {
  const { value } = readProject({ 'main.tf': text });
  expect(value.map(short)).toEqual([
    '3 hashicorp/aws@ direct runtime',
    '7 hashicorp/random@3.5.1 direct runtime',
    '8 hashicorp/null@ direct runtime',
    '12 terraform-aws-modules/vpc/aws@5.1.2 direct runtime',
    '16 host.example/team/mine@v1.2.0 git direct runtime',
  ]);
  expect(value[0]).toMatchObject({ requested: '~> 5.0' });
});

test('providers stand in the lock file, modules do not', () => {
  const { value } = readProject({
    'main.tf': text,
    '.terraform.lock.hcl': 'provider "hashicorp/aws" {\n  version = "5.1.0"\n}\n',
  });
  expect(value.map((it) => it.name)).toEqual([
    'hashicorp/aws',
    'terraform-aws-modules/vpc/aws',
    'host.example/team/mine',
  ]);
});
