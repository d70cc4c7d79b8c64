import type { ManifestFormat, Pin, Replacement, Requirement } from './manifest-format.ts';
import { pythonRequirement } from './python-requirement.ts';
import { addedToTable, tomlStrings, type TomlString } from './toml-strings.ts';

/** Lists of requirements as PEP 508 writes them. */
const lists =
  /^(?:project\.dependencies|project\.optional-dependencies\.[^.]+|dependency-groups\.[^.]+|build-system\.requires|tool\.uv\.(?:dev|constraint|override)-dependencies|tool\.pdm\.dev-dependencies\.[^.]+)$/;
/** Tables of Poetry's: a name and its range. */
const tables =
  /^tool\.poetry\.(?:dependencies|dev-dependencies|group\.[^.]+\.dependencies)\.(?<name>[^.]+)(?:\.version)?$/;

/** pyproject.toml: standard metadata, dependency groups, Poetry, uv and PDM. */
export const pyproject: ManifestFormat = {
  id: 'pyproject',
  ecosystem: 'pypi',
  files: /(?:^|\/)pyproject\.toml$/,
  docs: 'https://packaging.python.org/en/latest/specifications/pyproject-toml/',

  requirements: (text) => tomlStrings(text).flatMap((it) => requirementOf(it) ?? []),

  /** Poetry has no word for it: there the project asks for the package itself. */
  pin(text, { name, version }, manager) {
    if (manager === 'uv') return [uvConstraint(text, `${name}>=${version}`)];
    if (manager === 'pdm')
      return [addedToTable(text, 'tool.pdm.resolution.overrides', `${quotedKey(name)} = ">=${version}"`)];
    if (manager !== 'poetry') return undefined;
    return [addedToTable(text, 'tool.poetry.dependencies', `${quotedKey(name)} = ">=${version}"`)];
  },
};

function requirementOf({ path, value, start, end, isItem }: TomlString): Requirement | undefined {
  const at = path.map((it) => it.replaceAll('.', '\0')).join('.');
  if (isItem) return lists.test(at) ? pythonRequirement(value, start) : undefined;
  const name = tables.exec(at)?.groups?.['name']?.replaceAll('\0', '.');
  return name === undefined || name === 'python' ? undefined : { name, range: value, start, end };
}

function quotedKey(name: string): string {
  return /^[\w-]+$/.test(name) ? name : JSON.stringify(name);
}

/** Source: https://docs.astral.sh/uv/reference/settings/#constraint-dependencies */
function uvConstraint(text: string, wanted: string): Replacement {
  const last = tomlStrings(text).findLast((it) => it.path.join('.') === 'tool.uv.constraint-dependencies');
  if (last?.isItem) return { start: last.end + 1, end: last.end + 1, text: `, ${JSON.stringify(wanted)}` };
  return addedToTable(text, 'tool.uv', `constraint-dependencies = [${JSON.stringify(wanted)}]`);
}

/** Pipenv's. */
export const pipfile: ManifestFormat = {
  id: 'pipfile',
  ecosystem: 'pypi',
  files: /(?:^|\/)Pipfile$/,
  docs: 'https://pipenv.pypa.io/en/latest/pipfile.html',

  requirements: (text) =>
    tomlStrings(text).flatMap(({ path: [table = '', name = '', field = 'version'], value, start, end }) =>
      /^(?:source|requires|scripts|pipenv)$/.test(table) || field !== 'version' || name === ''
        ? []
        : [{ name, range: value, start, end }],
    ),
  pin: (text, { name, version }: Pin) => [addedToTable(text, 'packages', `${quotedKey(name)} = ">=${version}"`)],
};
