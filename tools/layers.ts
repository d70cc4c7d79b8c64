/**
 * The house plan: who may import whom. A room is a package or one of its folders. A folder may import itself, the
 * folders listed for it, and the packages listed for its package. Files directly in `src/` may import all folders of
 * their package; a folder imports such a file only if the plan lists it by its package's name.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  core: [],
  catalog: ['core'],

  sast: ['core', 'catalog'],
  'sast/parse': [],
  'sast/languages': ['sast/parse'],
  'sast/tree': ['sast/parse', 'sast/languages'],
  'sast/embedded': ['sast/tree', 'sast/languages', 'sast/parse'],
  'sast/ir': ['sast/tree', 'sast/languages'],
  'sast/resolve': ['sast/ir', 'sast/tree', 'sast/languages'],
  'sast/taint': ['sast/resolve', 'sast/ir', 'sast/tree', 'sast/languages'],
  'sast/findings': [
    'sast/embedded',
    'sast/patterns',
    'sast/taint',
    'sast/resolve',
    'sast/ir',
    'sast/tree',
    'sast/languages',
  ],
  'sast/reach': ['sast/findings', 'sast/resolve', 'sast/ir', 'sast/tree', 'sast/languages'],
  'sast/patterns': ['sast/ir', 'sast/resolve', 'sast/tree', 'sast/languages', 'sast/parse'],

  sca: ['core'],
  'sca/text': [],
  'sca/versions': [],
  'sca/schemas': ['sca/text'],
  'sca/archives': ['sca/text'],
  'sca/lockfiles': ['sca', 'sca/archives', 'sca/text', 'sca/versions', 'sca/schemas'],
  'sca/cvss': [],
  'sca/advisories': ['sca', 'sca/text', 'sca/versions', 'sca/cvss'],
  'sca/sbom': ['sca/licences'],
  'sca/licences': [],
  'sca/why': [],
  'sca/health': ['sca', 'sca/text', 'sca/lockfiles', 'sca/advisories', 'sca/fixes'],
  'sca/fixes': ['sca', 'sca/text', 'sca/versions', 'sca/lockfiles', 'sca/advisories'],
  'sca/reach': ['sca', 'sca/text', 'sca/advisories'],
  'sca/resolve': ['sca', 'sca/text', 'sca/versions', 'sca/lockfiles'],
  'sca/vex': ['sca/sbom'],

  scan: ['core', 'catalog', 'sast', 'sca'],
  'scan/walk': [],
  'scan/images': ['scan/walk'],
  'scan/feeds': [],
  'scan/suppress': [],
  'scan/baseline': [],
  'scan/rules': ['scan/cache'],
  'scan/licences': [],
  'scan/registries': ['scan/feeds'],
  'scan/fixes': ['scan', 'scan/feeds', 'scan/walk'],
  'scan/ignores': ['scan/walk'],
  'scan/config': ['scan/walk', 'scan/rules', 'scan/ignores', 'scan/registries'],
  'scan/cache': [],
  'scan/diff': ['scan/walk'],
  'scan/run': ['scan/cache', 'scan/rules', 'scan/walk', 'scan/suppress'],
  'scan/report': ['scan/walk'],
  'scan/authoring': ['scan', 'scan/rules', 'scan/run'],

  server: ['core', 'catalog', 'scan'],
  'server/store': [],
  'server/auth': ['server/store'],
  'server/ingest': ['server/store'],
  'server/routes': ['server/ingest', 'server/auth', 'server/store'],
  'server/testing': ['server/store'],

  web: ['core', 'server'],
  'web/ui': ['web'],
  'web/pages': ['web', 'web/ui'],

  cli: ['core', 'scan', 'server'],
  'cli/commands': ['cli'],

  node: ['core', 'catalog'],
  'node/rewrite': [],
  'node/catalogue': [],
  'node/packages': ['node/catalogue', 'node/findings', 'node/watch'],
  'node/taint': ['node/rewrite'],
  'node/watch': ['node/taint'],
  'node/report': ['node/taint'],
  'node/sinks': ['node/catalogue', 'node/taint', 'node/watch'],
  'node/sources': ['node/taint', 'node/watch'],
  'node/hooks': ['node/catalogue', 'node/rewrite', 'node/taint', 'node/watch'],
  'node/findings': ['node/rewrite', 'node/sinks', 'node/taint'],
};

/** Rooms that run in a browser or in somebody else's process: they take the types of these packages and no code. */
export const typesAlone: Readonly<Record<string, readonly string[]>> = {
  web: ['core', 'server'],
  node: ['core', 'catalog'],
};
