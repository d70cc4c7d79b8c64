/**
 * What the words of others say about why a package is there, in ours. `silent` is what a package without a word has in
 * a format whose others have one. Formats that are not here say nothing of scopes; neither do those where the words are
 * names of files (requirements) or where some versions of the format have no word for it.
 */
const dev = { words: { dev: ['development'], test: ['test'], optional: ['optional'] }, silent: ['runtime'] };
const conan = { words: { requires: ['runtime'], 'build-requires': ['build'] } };

export const scopeWords = {
  'osv-scalibr': {
    language_cpp_conanlock: conan,
    language_dart_pubspec: dev,
    language_java_pomxml: dev,
    // What a package brings with it is there for the same reason.
    language_javascript_packagelockjson: { words: { ...dev.words, bundled: [] }, silent: ['runtime'] },
    // Version 9 has no mark of its own, and this scanner does not follow its importers.
    language_javascript_pnpmlock: { words: dev.words },
    language_php_composerlock: dev,
    language_python_pdmlock: dev,
    language_python_pipfilelock: dev,
    language_python_poetrylock: dev,
  },
  'datadog-sbom-generator': {
    'build-gradle': { words: { testRuntimeClasspath: ['test'], runtimeClasspath: ['runtime'] } },
    composer: dev,
    conan,
    'gradle-lockfile': {
      words: {
        compileClasspath: ['runtime'],
        runtimeClasspath: ['runtime'],
        productionRuntimeClasspath: ['runtime'],
        developmentOnly: ['development'],
        annotationProcessor: ['build'],
      },
    },
    maven: dev,
    npm: { words: { prod: ['runtime'], dev: ['development'], optional: ['optional'] } },
    nuget: { words: { DepGroupProd: ['runtime'], DepGroupDev: ['development'] } },
    pdm: dev,
    pipenv: dev,
    pnpm: { words: { prod: ['runtime'], dev: ['development'], optional: ['optional'] } },
    poetry: dev,
    pub: dev,
    'pyproject-toml': dev,
  },
};
