import type { Package } from '@plumbline/core';
import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { declaredPlace, declaredRequirement } from './python-declared.ts';
import { openYaml } from './yaml-manifest.ts';

/** What an environment of conda is made of: packages of its channels, and of PyPI under `pip`. */
export const condaEnvironment: Lockfile = {
  id: 'conda-environment',
  ecosystem: 'conda',
  files: ['environment.yml', 'environment.yaml', '*environment*.yml', '*environment*.yaml', 'conda.yml', 'conda.yaml'],
  isShared: true,
  siblings: [],
  docs: 'https://docs.conda.io/projects/conda/en/latest/user-guide/tasks/manage-environments.html',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    const items = itemsOf(member(root, 'dependencies'));
    const conda = items.flatMap((it) => specOf(it, lines) ?? []);
    const pip = items
      .flatMap((it) => itemsOf(member(it, 'pip')))
      .flatMap((it) => {
        const text = textOf(it)?.trim() ?? '';
        const location = lines.location(it.start, it.end);
        const wish = declaredRequirement(text, location, 'runtime') ?? declaredPlace(text, location, 'runtime');
        if (!wish && !text.startsWith('-')) {
          problems.add('parse-error', 'This is no requirement.', lines.position(it.start).line);
        }
        return wish ?? [];
      });
    const value: readonly Package[] = [
      ...declaredPackages(manifest, 'conda', conda),
      ...declaredPackages(manifest, 'pypi', pip),
    ];
    // Any program may have an environment.yml: without packages it is no file of conda's.
    return { value, problems: items.length > 0 ? problems.list : [] };
  },
};

const spec = /^(?:[^\s:[\]]{1,200}::)?(?<name>[\w.-]{1,200})\s*(?<rest>.*)$/s;

/** Source: https://docs.conda.io/projects/conda-build/en/latest/resources/package-spec.html, package match specifications */
function specOf(it: JsonValue, lines: Lines): Declared | undefined {
  const { name = '', rest = '' } = spec.exec(textOf(it)?.trim() ?? '')?.groups ?? {};
  if (name === '') return undefined;
  const range = rest.replace(/\[.*$/s, '').trim();
  return {
    name,
    version: pinOf(range),
    location: lines.location(it.start, it.end),
    ...(range === '' ? {} : { requested: range }),
  };
}

/** `==1.2`, `=1.2=build` and `1.2 build` are one version; `=1.2` is all that begin so, which three parts make one. */
function pinOf(range: string): string {
  const exact = /^==\s*([\w.!+-]+)(?:=[^=\s]+)?$/.exec(range) ?? /^=\s*([\w.!+-]+)=[^=\s*]+$/.exec(range);
  return (exact ?? /^=\s*(\d+\.\d+\.\d[\w.]*)$/.exec(range) ?? /^(\d[\w.]*)\s+[\w.]+$/.exec(range))?.[1] ?? '';
}
