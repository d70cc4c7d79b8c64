import { member, textOf, type JsonValue } from '../text/json.ts';
import { linesIn, linesOf } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { textBeside } from './beside.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { interpolated, readImage } from './image.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { mappingsIn } from './yaml-images.ts';

const names = ['docker-compose', 'compose', 'podman-compose'];

/** The images of a compose file's services; those that it builds itself are its own. */
export const composeImages: Lockfile = {
  id: 'compose-images',
  ecosystem: 'docker',
  files: names.flatMap((it) => [`${it}.yml`, `${it}.yaml`, `${it}*.yml`, `${it}*.yaml`]),
  isShared: true,
  siblings: ['.env'],
  docs: 'https://docs.docker.com/reference/compose-file/services/#image',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const { documents, faults } = readYaml(manifest.text);
    for (const it of faults) problems.add('parse-error', it.message, lines.position(it.offset).line);
    const values = environmentBeside(manifest);
    const listed = documents.flatMap((root) =>
      [...mappingsIn(root)].flatMap((it): readonly Declared[] => {
        const at = member(it, 'build') ? undefined : member(it, 'image');
        const image =
          at &&
          imageOf(at, values, (text) => {
            problems.add(
              'version-unknown',
              `${text.slice(0, 80)} is given when the services start.`,
              lines.position(at.start).line,
            );
          });
        return image ? [{ ...image, location: lines.location(at!.start, at!.end) }] : [];
      }),
    );
    return { value: declaredPackages(manifest, 'docker', listed), problems: problems.list };
  },
};

function imageOf(
  at: JsonValue,
  values: ReadonlyMap<string, string>,
  missing: (text: string) => void,
): ReturnType<typeof readImage> {
  const text = textOf(at) ?? '';
  if (text === '') return undefined;
  const filled = interpolated(text, (name) => values.get(name));
  if (filled === undefined) missing(text);
  return filled === undefined ? undefined : readImage(filled);
}

function environmentBeside(manifest: Manifest): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { text } of linesIn(textBeside(manifest, '.env') ?? '')) {
    const found = /^\s*(?:export\s+)?([A-Za-z_]\w{0,100})=(?:"([^"]*)"|'([^']*)'|([^\s#]*))/.exec(text.slice(0, 2048));
    if (found) values.set(found[1]!, found[2] ?? found[3] ?? found[4] ?? '');
  }
  return values;
}
