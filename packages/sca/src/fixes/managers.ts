/** A package manager, by the file that tells that it is used. */
export interface Manager {
  readonly id: string;
  readonly files: RegExp;
  /** What a person runs to bring the lock file in line with the manifest; it is never run here. */
  readonly refresh: (name: string, version: string) => string;
  /** What takes another version inside the ranges that are asked for; undefined where there is no such command. */
  readonly update?: (name: string, version: string) => string;
  /** A package may be installed in several versions at once. */
  readonly nests?: true;
  /** A lock file that tells no ranges is of a manager whose ranges end before the next major version. */
  readonly assumesCompatible?: true;
}

const cargo = 'cargo update -p NAME --precise VERSION';

/** The first whose file it is. */
const managers: readonly Manager[] = [
  nesting('npm', /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/, 'npm install', 'npm update NAME'),
  nesting('pnpm', /(?:^|\/)pnpm-lock\.yaml$/, 'pnpm install', 'pnpm update -r --depth 100 NAME'),
  // Yarn 1 has no command for what others ask for.
  nesting('yarn-classic', /(?:^|\/)yarn\.lock$/, 'yarn install'),
  nesting('yarn', /(?:^|\/)yarn\.lock$/, 'yarn install', 'yarn up -R NAME'),
  nesting('bun', /(?:^|\/)bun\.lockb?$/, 'bun install', 'bun update NAME'),
  manager('poetry', /(?:^|\/)poetry\.lock$/, 'poetry lock', 'poetry update NAME'),
  manager('uv', /(?:^|\/)uv\.lock$/, 'uv lock', 'uv lock --upgrade-package NAME'),
  manager('pdm', /(?:^|\/)pdm\.lock$/, 'pdm lock --update-reuse', 'pdm update NAME'),
  manager('pipenv', /(?:^|\/)Pipfile\.lock$/, 'pipenv lock', 'pipenv update NAME'),
  { ...manager('cargo', /(?:^|\/)Cargo\.lock$/, cargo, cargo), nests: true, assumesCompatible: true },
  manager('bundler', /(?:^|\/)Gemfile\.lock$/, 'bundle lock --update NAME', 'bundle lock --update NAME'),
  manager(
    'composer',
    /(?:^|\/)composer\.lock$/,
    'composer update NAME --with-dependencies',
    'composer update NAME --with-dependencies',
  ),
  manager('nuget', /(?:^|\/)packages\.lock\.json$/, 'dotnet restore --force-evaluate'),
  manager('gradle', /(?:^|\/)(?:[\w.-]*gradle\.lockfile|[\w.-]+\.lockfile)$/, './gradlew dependencies --write-locks'),
  manager('go', /(?:^|\/)go\.mod$/, 'go mod tidy'),
  manager('cargo', /(?:^|\/)Cargo\.toml$/, 'cargo update -p NAME'),
  manager('pip', /\.txt$/, 'pip install -r FILE'),
];

function nesting(id: string, files: RegExp, refresh: string, update?: string): Manager {
  return { ...manager(id, files, refresh, update), nests: true };
}

function manager(id: string, files: RegExp, refresh: string, update?: string): Manager {
  const filled = (command: string) => (name: string, version: string) =>
    command.replace('NAME', quoted(name)).replace('VERSION', quoted(version));
  return { id, files, refresh: filled(refresh), ...(update === undefined ? {} : { update: filled(update) }) };
}

/** Names come out of the scanned project, and a person may paste the command into a shell. */
export function quoted(word: string): string {
  return /^[\w@./:+-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** `text` is the file's: two programs may have one name for their files. */
export function managerOf(path: string, text: string): Manager | undefined {
  const found = managers.filter((it) => it.files.test(path));
  return found.find((it) => it.id === 'yarn' && /^__metadata:/m.test(text)) ?? found[0];
}
