import { expect, test } from 'vitest';
import { extract } from '../extract.ts';
import { gitSource } from './git-source.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
test.each([
  [`git+ssh://git@github.com/a/b.git#${commit}`, 'git+ssh://git@github.com/a/b.git'],
  [`git+https://github.com/a/b?branch=main#${commit.toUpperCase()}`, 'git+https://github.com/a/b'],
  [`pkg@https://github.com/a/b.git#commit=${commit}`, 'pkg@https://github.com/a/b.git'],
  [`https://github.com/a/b.git#workspace=x&commit=${commit}`, 'https://github.com/a/b.git'],
  [`https://codeload.github.com/a/b/tar.gz/${commit}`, 'https://github.com/a/b'],
  [`github:a/b#${commit}`, 'github:a/b'],
  [`https://github.com/a/b/archive/${commit}.tar.gz`, 'https://github.com/a/b'],
  [`https://gitlab.com/a/g/b/repository/archive.tar.gz?ref=${commit}`, 'https://gitlab.com/a/g/b'],
  [`https://gitlab.host.example/a/b/-/archive/${commit}/b.tar.gz`, 'https://gitlab.host.example/a/b'],
  [`https://bitbucket.org/a/b/get/${commit}.tar.gz`, 'https://bitbucket.org/a/b'],
] as const)('%s', (address, repository) => {
  expect(gitSource(address)).toEqual({ repository, commit });
});

test('an address without a commit says nothing of one', () => {
  for (const it of ['', 'https://github.com/a/b.git', 'git+https://github.com/a/b#main', `#${commit}`]) {
    expect(gitSource(it)).toBeUndefined();
  }
});

test.each([
  [
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { b: 'a/b' } },
        'node_modules/b': { version: '1.0.0', resolved: `git+ssh://git@github.com/a/b.git#${commit}` },
      },
    }),
    'git+ssh://git@github.com/a/b.git',
  ],
  [
    'yarn.lock',
    `# yarn lockfile v1\n\nb@a/b:\n  version "1.0.0"\n  resolved "https://codeload.github.com/a/b/tar.gz/${commit}"\n`,
    'https://github.com/a/b',
  ],
  [
    'pnpm-lock.yaml',
    `lockfileVersion: '9.0'\n\npackages:\n\n  b@https://codeload.github.com/a/b/tar.gz/${commit}:\n    resolution: {tarball: https://codeload.github.com/a/b/tar.gz/${commit}}\n    version: 1.0.0\n`,
    'https://github.com/a/b',
  ],
  [
    'Cargo.lock',
    `version = 3\n\n[[package]]\nname = "b"\nversion = "1.0.0"\nsource = "git+https://github.com/a/b?branch=main#${commit}"\n`,
    'git+https://github.com/a/b',
  ],
  [
    'uv.lock',
    `version = 1\n\n[[package]]\nname = "b"\nversion = "1.0.0"\nsource = { git = "https://github.com/a/b?rev=main#${commit}" }\n`,
    'https://github.com/a/b',
  ],
  [
    'Gemfile.lock',
    `GIT\n  remote: https://github.com/a/b.git\n  revision: ${commit}\n  specs:\n    b (1.0.0)\n\nDEPENDENCIES\n  b!\n`,
    'https://github.com/a/b.git',
  ],
  ['requirements.txt', `git+https://github.com/a/b.git@${commit}#egg=b\n`, 'https://github.com/a/b.git'],
  [
    'pyproject.toml',
    `[project]\ndependencies = ["b @ git+ssh://git@github.com/a/b.git@${commit}"]\n`,
    'ssh://git@github.com/a/b.git',
  ],
  [
    'setup.cfg',
    `[options]\ninstall_requires =\n  b @ git+https://github.com/a/b.git@${commit}\n`,
    'https://github.com/a/b.git',
  ],
  [
    'environment.yml',
    `dependencies:\n- pip:\n  - git+https://github.com/a/b.git@${commit}#egg=b\n`,
    'https://github.com/a/b.git',
  ],
  [
    'composer.lock',
    `{"packages": [{"name": "a/b", "version": "dev-main", "source": {"type": "git", "url": "https://github.com/a/b.git", "reference": "${commit}"}}]}`,
    'https://github.com/a/b.git',
  ],
  [
    'Podfile.lock',
    `PODS:\n  - b (1.0.0)\n\nDEPENDENCIES:\n  - b\n\nEXTERNAL SOURCES:\n  b:\n    :git: https://github.com/a/b.git\n\nCHECKOUT OPTIONS:\n  b:\n    :commit: ${commit}\n    :git: https://github.com/a/b.git\n`,
    'https://github.com/a/b.git',
  ],
  [
    'mix.lock',
    `%{\n  "b": {:git, "https://github.com/a/b.git", "${commit}", [ref: "main"]},\n}\n`,
    'https://github.com/a/b.git',
  ],
  [
    'pubspec.lock',
    `packages:\n  b:\n    dependency: "direct main"\n    description:\n      ref: main\n      resolved-ref: "${commit}"\n      url: "https://github.com/a/b.git"\n    source: git\n    version: "1.0.0"\n`,
    'https://github.com/a/b.git',
  ],
  ['bun.lock', `{"lockfileVersion": 1, "packages": {"b": ["b@github:a/b#${commit}", {}, "a-b"]}}`, 'github:a/b'],
  [
    'poetry.lock',
    `[[package]]\nname = "b"\nversion = "1.0.0"\n\n[package.source]\ntype = "git"\nurl = "https://github.com/a/b.git"\nreference = "main"\nresolved_reference = "${commit}"\n`,
    'https://github.com/a/b.git',
  ],
  [
    'pdm.lock',
    `[[package]]\nname = "b"\nversion = "1.0.0"\ngit = "https://github.com/a/b.git"\nrevision = "${commit}"\n`,
    'https://github.com/a/b.git',
  ],
  [
    'pylock.toml',
    `lock-version = "1.0"\n[[packages]]\nname = "b"\nvcs = { type = "git", url = "https://github.com/a/b.git", commit-id = "${commit}" }\n`,
    'https://github.com/a/b.git',
  ],
  [
    'Pipfile.lock',
    `{"_meta": {}, "default": {"b": {"git": "https://github.com/a/b.git", "ref": "${commit}"}}}`,
    'https://github.com/a/b.git',
  ],
  [
    'renv.lock',
    `{"R": {}, "Packages": {"b": {"Version": "1.0", "Source": "GitLab", "RemoteUsername": "a", "RemoteRepo": "b", "RemoteSha": "${commit}"}}}`,
    'https://gitlab.com/a/b',
  ],
  [
    'Package.resolved',
    JSON.stringify({
      version: 2,
      pins: [
        {
          identity: 'b',
          kind: 'remoteSourceControl',
          location: 'https://github.com/a/b.git',
          state: { branch: 'main', revision: commit },
        },
      ],
    }),
    'https://github.com/a/b.git',
  ],
] as const)('%s tells repository and commit of a package from git', (path, text, repository) => {
  const { value } = extract({ paths: [path], read: () => Buffer.from(text) });
  expect(value.map((it) => [it.origin, it.source])).toEqual([['git', { repository, commit }]]);
});
