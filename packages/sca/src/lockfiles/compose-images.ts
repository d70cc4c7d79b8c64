import { folderOf } from '../project.ts';
import { member } from '../text/json.ts';
import { linesOf } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { environmentOf } from './compose-builds.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { interpolated, readImage } from './image.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { aliased, mappingsIn, scalarAnchors } from './yaml-images.ts';

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
    const values = environmentOf(manifest.project, folderOf(manifest.path));
    const anchors = scalarAnchors(manifest.text);
    const listed = documents.flatMap((root) =>
      [...mappingsIn(root)].flatMap((it): readonly Declared[] => {
        const at = member(it, 'build') ? undefined : member(it, 'image');
        const image =
          at &&
          imageOf(aliased(at, anchors), values, (text) => {
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
  text: string,
  values: ReadonlyMap<string, string>,
  missing: (text: string) => void,
): ReturnType<typeof readImage> {
  if (text === '') return undefined;
  const filled = interpolated(text, (name) => values.get(name));
  if (filled === undefined) missing(text);
  return filled === undefined ? undefined : readImage(filled);
}
