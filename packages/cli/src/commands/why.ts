import type { Reasons } from '@plumbline/scan';
import { defineCommand } from '../command.ts';
import { resolveOptions, resolveRequest } from '../registries.ts';

export const why = defineCommand({
  name: 'why',
  summary: 'Show why a library is in the project: the ways that lead to it.',
  description: `A library is named by its name, by name@version, or by its purl. Every manifest or lock file that has it is shown, with the
shortest ways from what the project asks for itself.

Exit codes: 0 it is there, 1 it is not, 2 a mistake in the call.`,
  arguments: [
    { name: 'library', help: 'lodash, lodash@4.17.20, or pkg:npm/lodash', required: true },
    { name: 'path', help: 'Folder (default: this one)' },
  ],
  options: {
    most: { value: 'N', default: '5', help: 'So many ways of each' },
    json: { help: 'Print it as JSON' },
    ...resolveOptions,
  },
  examples: [
    ['plumb why lodash', 'who wants it?'],
    ['plumb why lodash@4.17.20 services/shop --most 20', 'one version, in another folder'],
  ],
  async run([library = '', ...paths], given, terminal) {
    const { cwd, signal } = terminal;
    const { scan, whyIs } = await import('@plumbline/scan');
    const { UserError, placeShown } = await import('@plumbline/core');
    const most = Number(given.most);
    if (!Number.isInteger(most) || most < 1 || most > 1000) {
      throw new UserError('option-invalid', { option: 'most', value: given.most, expected: 'a number from 1 to 1000' });
    }
    const { packages } = await scan({
      paths,
      cwd,
      signal,
      only: 'sca',
      inventoryAlone: true,
      resolve: await resolveRequest(given, terminal),
    });
    const reasons = whyIs(packages, library, most);
    if (given.json)
      return { text: JSON.stringify(reasons.map(rowOf), undefined, 2), exitCode: reasons.length > 0 ? 0 : 1 };
    if (reasons.length === 0)
      return { text: `${library} is not among the ${packages.length} libraries here.`, exitCode: 1 };
    return { text: reasons.map((it) => block(it, placeShown(it.package.location))).join('\n\n'), exitCode: 0 };
  },
});

function rowOf({ package: it, ways, more }: Reasons): Readonly<Record<string, unknown>> {
  const shown = ways.map((way) => way.map((step) => ({ purl: step.package.purl, requested: step.requested })));
  return { purl: it.purl, location: it.location, scopes: it.scopes, ways: shown, more };
}

function block({ package: it, ways, more }: Reasons, place: string): string {
  const lines = ways.map((way) =>
    way
      .map(({ package: step, requested }, at) => {
        const range = requested === undefined ? '' : ` (${requested})`;
        return `${'  '.repeat(at + 1)}${step.name} ${step.version}${range}`;
      })
      .join('\n'),
  );
  const none = it.direct ? [] : ['  The file does not say who asks for it.'];
  return [
    `${it.name} ${it.version}  ${place}  ${it.scopes.join(', ')}`,
    ...(lines.length === 0 ? none : lines),
    ...(more ? ['  … and other ways (--most)'] : []),
  ].join('\n');
}
