import { expect, test } from 'vitest';
import { useOf } from './wanted.ts';

/** A file of every kind, so that a format that is called otherwise one day is missed. */
const files = {
  installed: `var/lib/dpkg/status var/lib/dpkg/status.d/base usr/lib/opkg/status lib/apk/db/installed usr/lib/sysimage/rpm/rpmdb.sqlite
    var/lib/rpmmanifest/container-manifest-2 var/lib/pacman/local/a-1/desc var/db/pkg/a/b-1/PF snap/a/1/meta/snap.yaml
    flatpak/app/a/current/export/share/metainfo/a.metainfo.xml home/linuxbrew/.linuxbrew/Cellar/a/1/INSTALL_RECEIPT.json
    var/lib/chisel/manifest.wall etc/cos-package-info.json opt/a/.spack/spec.json opt/conda/conda-meta/a.json
    usr/lib/python3/site-packages/a-1.dist-info/METADATA usr/lib/python3/dist-packages/a.egg app/node_modules/@a/b/package.json
    app/vendor/composer/installed.json usr/lib/ruby/gems/3.1.0/specifications/default/a-1.gemspec app/a.deps.json app/a.jar
    usr/lib/R/library/a/DESCRIPTION usr/local/lib/luarocks/rocks-5.1/a/1-1/a-1-1.rockspec root/.opam/4.14/.opam-switch/switch-state
    var/www/wp-content/plugins/a/a.php opt/bitnami/a/a.spdx.json app/bom.json app/a.cdx.xml app/a.spdx`,
  lock: `app/package-lock.json app/pnpm-lock.yaml app/yarn.lock app/bun.lock app/poetry.lock app/uv.lock app/pdm.lock
    app/Pipfile.lock app/Gemfile.lock app/composer.lock app/Cargo.lock app/packages.lock.json app/mix.lock app/pubspec.lock`,
  program: 'usr/lib/a.so usr/lib/liba.so.1 app/a.dll app/a.exe',
  beside: 'etc/os-release usr/share/doc/a/copyright var/lib/dpkg/info/a.list etc/apk/world',
  nothing: `app/package.json app/requirements.txt app/pyproject.toml app/go.mod app/pom.xml app/Gemfile app/a.gemspec
    usr/lib/node_modules/a/package-lock.json usr/share/a/Gemfile.lock proc/1/lib/dpkg/status a/node_modules/b/lib/package.json`,
};

test.each(Object.entries(files).flatMap(([use, list]) => list.split(/\s+/).map((path) => [path, use] as const)))(
  '%s: %s',
  (path, use) => {
    expect(useOf(path, false)).toBe(use);
  },
);

test('what may be run is looked into, but for what has a use of its own', () => {
  expect(useOf('usr/bin/a', true)).toBe('program');
  expect(useOf('app/node_modules/a/package.json', true)).toBe('installed');
});
