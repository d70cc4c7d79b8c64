import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import { linesOf } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { readImage } from './image.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { mappingsIn } from './yaml-images.ts';

const lists = ['containers', 'initContainers', 'ephemeralContainers'];

/** The images that Kubernetes is to run, wherever in an object its pods are described. */
export const kubernetesImages: Lockfile = {
  id: 'kubernetes-images',
  ecosystem: 'docker',
  files: ['*.yaml', '*.yml'],
  isShared: true,
  isGuess: true,
  siblings: [],
  docs: 'https://kubernetes.io/docs/concepts/containers/images/',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { text, path } = manifest;
    // A template is no YAML before it is filled in.
    const isOne = /^apiVersion:/m.test(text) && /^kind:/m.test(text) && !text.includes('{{');
    if (!isOne) return { value: [], problems: [] };
    const lines = linesOf(path, text);
    const { documents, faults } = readYaml(text);
    for (const it of faults) problems.add('parse-error', it.message, lines.position(it.offset).line);
    const listed = documents.flatMap((root) =>
      [...mappingsIn(root)].flatMap((it) =>
        lists.flatMap((list) => itemsOf(member(it, list)).flatMap((container) => imageOf(container))),
      ),
    );
    const value = listed.map(({ at, ...it }): Declared => ({ ...it, location: lines.location(at.start, at.end) }));
    return { value: declaredPackages(manifest, 'docker', value), problems: problems.list };
  },
};

function imageOf(
  container: JsonValue,
): readonly (NonNullable<ReturnType<typeof readImage>> & { readonly at: JsonValue })[] {
  const at = member(container, 'image');
  const image = readImage(textOf(at) ?? '');
  return at && image ? [{ ...image, at }] : [];
}
