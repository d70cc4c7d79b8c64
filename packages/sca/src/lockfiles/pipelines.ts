import type { Package } from '@plumbline/core';
import { nameOf } from '../project.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { linesOf } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { interpolated, readImage } from './image.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { aliased, mappingsIn, scalarAnchors } from './yaml-images.ts';

/** The images that pipelines run in, and what CircleCI adds to its own. All of it is for building. */
export const pipelines: Lockfile = {
  id: 'pipelines',
  ecosystem: 'docker',
  files: [
    '.gitlab-ci.yml',
    '*.gitlab-ci.yml',
    '.gitlab/ci/*.yml',
    '.circleci/config.yml',
    'azure-pipelines*.yml',
    'azure-pipelines*.yaml',
    '.azure-pipelines/*.yml',
    'bitbucket-pipelines.yml',
    '.drone.yml',
    '.woodpecker.yml',
    '.woodpecker.yaml',
    '.woodpecker/*.yml',
    '.woodpecker/*.yaml',
    'cloudbuild.yaml',
    'cloudbuild.yml',
  ],
  isShared: true,
  siblings: [],
  docs: 'https://docs.gitlab.com/ci/yaml/#image',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const { documents, faults } = readYaml(manifest.text);
    for (const it of faults) problems.add('parse-error', it.message, lines.position(it.offset).line);
    const isCloudBuild = nameOf(manifest.path).startsWith('cloudbuild');
    const anchors = scalarAnchors(manifest.text);
    const values = variablesIn(documents);
    const images = documents.flatMap(isCloudBuild ? stepsOf : imagesIn).flatMap((at): readonly Declared[] => {
      const text = interpolated(aliased(at, anchors), (name) => values.get(name));
      const image = text === undefined ? undefined : readImage(text);
      return image ? [{ ...image, scopes: ['build'], location: lines.location(at.start, at.end) }] : [];
    });
    const orbs = documents.flatMap((root) =>
      Array.from(membersOf(member(root, 'orbs')), ([, { value: at }]): readonly Declared[] => {
        const [, name = '', version = ''] = /^([\w.-]+\/[\w.-]+)@([\w.-]+)$/.exec(textOf(at) ?? '') ?? [];
        return name === '' ? [] : [{ name, version, scopes: ['build'], location: lines.location(at.start, at.end) }];
      }).flat(),
    );
    const value: readonly Package[] = [
      ...declaredPackages(manifest, 'docker', images),
      ...declaredPackages(manifest, 'generic', orbs),
    ];
    return { value, problems: problems.list };
  },
};

/** The values that a pipeline gives to names; GitLab's may have a description. */
function variablesIn(documents: readonly JsonValue[]): ReadonlyMap<string, string> {
  return new Map(
    documents.flatMap((root) =>
      Array.from(
        membersOf(member(root, 'variables')),
        ([name, { value }]) => [name, textOf(value) ?? textOf(member(value, 'value')) ?? ''] as const,
      ),
    ),
  );
}

/** The places that name an image, in the words of all of these systems. */
function imagesIn(root: JsonValue): readonly JsonValue[] {
  const mappings = [...mappingsIn(root)];
  // What CircleCI calls the image of a machine is none of a registry.
  const machines = new Set(mappings.flatMap((it) => member(it, 'machine') ?? []));
  return mappings
    .filter((it) => !machines.has(it))
    .flatMap((it) => [
      named(member(it, 'image')),
      ...itemsOf(member(it, 'services')).map(named),
      pipeOf(member(it, 'pipe')),
      containerOf(member(it, 'container')),
    ])
    .filter((it) => it !== undefined);
}

/** `image: a:1` or `image: {name: a:1}`. */
function named(it: JsonValue | undefined): JsonValue | undefined {
  return it?.is === 'object' ? member(it, 'name') : it;
}

/** A pipe of Bitbucket is an image, unless it is a folder. */
function pipeOf(it: JsonValue | undefined): JsonValue | undefined {
  return /^[\w.-]+\/[\w./-]+:/.test(textOf(it) ?? '') ? it : undefined;
}

/** A job of Azure names an image, or one of the pipeline's containers by its alias. */
function containerOf(it: JsonValue | undefined): JsonValue | undefined {
  return /[:/]/.test(textOf(it) ?? '') ? it : undefined;
}

/** The steps of Cloud Build are images. */
function stepsOf(root: JsonValue): readonly JsonValue[] {
  return itemsOf(member(root, 'steps')).flatMap((it) => member(it, 'name') ?? []);
}
