import { itemsOf, member, type JsonValue } from '../text/json.ts';
import { linesOf } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { readImage, type ImageRef } from './image.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { aliased, mappingsIn, scalarAnchors } from './yaml-images.ts';

/** Where objects list their containers; `steps` and `sidecars` are Tekton's. */
const lists = ['containers', 'initContainers', 'ephemeralContainers', 'steps', 'sidecars'];
/** Where they have one: Argo's workflows. */
const fields = ['container', 'script'];

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
    const anchors = scalarAnchors(text);
    const listed = documents
      .flatMap((root) => [...mappingsIn(root)])
      .flatMap((it) => [
        ...lists.flatMap((list) => itemsOf(member(it, list))).map((one) => member(one, 'image')),
        ...fields.map((field) => member(member(it, field), 'image')),
        // A volume may be an image.
        member(member(it, 'image'), 'reference'),
      ])
      .flatMap((at) => imageOf(at, anchors));
    const value = listed.map(({ at, ...it }): Declared => ({ ...it, location: lines.location(at.start, at.end) }));
    return { value: declaredPackages(manifest, 'docker', value), problems: problems.list };
  },
};

function imageOf(
  at: JsonValue | undefined,
  anchors: ReadonlyMap<string, string>,
): readonly (ImageRef & { readonly at: JsonValue })[] {
  const image = readImage(aliased(at, anchors));
  return at && image ? [{ ...image, at }] : [];
}
