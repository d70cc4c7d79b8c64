import type { SkipReason } from './skip.ts';

/** Folders that nobody wants scanned, wherever they are. */
const folders: Readonly<Record<string, SkipReason>> = {
  node_modules: 'dependencies',
  bower_components: 'dependencies',
  jspm_packages: 'dependencies',
  vendor: 'dependencies',
  'site-packages': 'dependencies',
  venv: 'dependencies',
  '.venv': 'dependencies',
  '.eggs': 'dependencies',
  dist: 'build-output',
  __pycache__: 'build-output',
  '.next': 'build-output',
  '.nuxt': 'build-output',
  '.output': 'build-output',
  '.svelte-kit': 'build-output',
  '.angular': 'build-output',
  '.gradle': 'build-output',
  '.nyc_output': 'build-output',
  '.git': 'tool-folder',
  '.hg': 'tool-folder',
  '.svn': 'tool-folder',
  '.yarn': 'tool-folder',
  '.tox': 'tool-folder',
  '.nox': 'tool-folder',
  '.mypy_cache': 'tool-folder',
  '.pytest_cache': 'tool-folder',
  '.ruff_cache': 'tool-folder',
  '.cache': 'tool-folder',
  '.turbo': 'tool-folder',
  '.terraform': 'tool-folder',
  '.idea': 'tool-folder',
};

/** Folders that a build writes into if one of these files lies beside them: elsewhere they are sources. */
const outputsBeside: Readonly<Record<string, readonly string[]>> = {
  coverage: ['package.json', 'pyproject.toml', 'Gemfile'],
  build: ['package.json', 'build.gradle', 'build.gradle.kts', 'setup.py', 'pyproject.toml', 'CMakeLists.txt'],
  out: ['package.json', 'build.gradle', 'build.gradle.kts', 'tsconfig.json'],
  target: ['pom.xml', 'Cargo.toml', 'build.sbt'],
};

/** Files that say by their name that nobody wrote them. */
const files: readonly (readonly [RegExp, SkipReason])[] = [
  [/[.-]min\.(?:js|mjs|cjs)$/, 'minified'],
  [/\.(?:bundle|chunk)\.(?:js|mjs|cjs)$/, 'minified'],
  [/\.d\.[cm]?ts$/, 'declarations'],
  [/\.pb\.go$|_pb2(?:_grpc)?\.py$|_pb\.(?:js|ts)$/, 'generated'],
];

/** Why a folder is left out by its name. `siblings` are the names in the folder that holds it. */
export function excludedFolder(name: string, siblings: ReadonlySet<string>): SkipReason | undefined {
  if (Object.hasOwn(folders, name)) return folders[name];
  if (name.endsWith('.egg-info')) return 'build-output';
  const beside = Object.hasOwn(outputsBeside, name) ? outputsBeside[name]! : [];
  return beside.some((it) => siblings.has(it)) ? 'build-output' : undefined;
}

/** Why a file is left out by its name. */
export function excludedFile(name: string): SkipReason | undefined {
  return files.find(([pattern]) => pattern.test(name))?.[1];
}

/** Files that hold no text by their name, so that nobody opens them. */
const binary =
  /\.(?:png|jpe?g|gif|webp|avif|bmp|ico|icns|tiff?|psd|heic|svgz|mp[34]|m4[av]|wav|ogg|flac|avi|mov|mkv|webm|woff2?|ttf|otf|eot|zip|tar|gz|tgz|bz2|xz|zst|br|7z|rar|jar|war|ear|par|sar|hpi|jpi|nar|kar|lpkg|aar|jmod|whl|egg|pex|pyz|vsix|nupkg|gem|crate|class|pyc|pyo|so|dylib|dll|exe|bin|dat|o|a|lib|obj|wasm|node|pdf|docx?|xlsx?|pptx?|sqlite3?|db|pack|idx|parquet|npy|npz|pkl|onnx|pt|h5)$/i;

/** Text that is no source: so much of it lies around that reading it costs more than it tells. */
const prose =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|LICENSE|CHANGELOG\.md)$|\.(?:svg|map|snap|lock|sum|csv|tsv|log|po|pot|mo|css|scss|sass|less|patch|diff|ipynb|geojson)$/i;

/** Why a file of no known language is not even opened. */
export function unreadName(name: string): SkipReason | undefined {
  if (binary.test(name)) return 'binary';
  return prose.test(name) ? 'no-language' : undefined;
}
