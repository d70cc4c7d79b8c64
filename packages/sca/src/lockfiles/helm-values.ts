import { member, textOf, type JsonValue } from '../text/json.ts';
import { readYaml } from '../text/yaml.ts';
import { textBeside } from './beside.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { readImage, type ImageRef } from './image.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { mappingsIn } from './yaml-images.ts';
import { openYaml } from './yaml-manifest.ts';

/** The images that the values of a Helm chart name: as one text, or in parts. */
export const helmValues: Lockfile = {
  id: 'helm-values',
  ecosystem: 'docker',
  files: ['values.yaml', 'values.yml', 'values-*.yaml', 'values-*.yml', 'values.*.yaml'],
  isShared: true,
  siblings: ['Chart.yaml'],
  docs: 'https://helm.sh/docs/chart_best_practices/values/',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const chart = readYaml(textBeside(manifest, 'Chart.yaml') ?? '').documents[0];
    const appVersion = textOf(member(chart, 'appVersion')) ?? '';
    const { root, lines } = openYaml(manifest, problems);
    const listed = [...mappingsIn(root)].flatMap((it): readonly Declared[] => {
      const image = inParts(it, appVersion) ?? asText(it);
      return image ? [{ ...image.ref, location: lines.location(image.at.start, image.at.end) }] : [];
    });
    return { value: declaredPackages(manifest, 'docker', listed), problems: problems.list };
  },
};

interface Found {
  readonly ref: ImageRef;
  readonly at: JsonValue;
}

/** `{registry: docker.io, repository: bitnami/redis, tag: "7.2", digest: ""}`; without a tag the chart's own version counts. */
function inParts(it: JsonValue, appVersion: string): Found | undefined {
  const at = member(it, 'repository');
  const field = (name: string): string => textOf(member(it, name)) ?? '';
  const isImage = at !== undefined && (member(it, 'tag') !== undefined || member(it, 'digest') !== undefined);
  if (!isImage) return undefined;
  const [registry, tag, digest] = [field('registry'), field('tag') || appVersion, field('digest')];
  const name = registry === '' ? field('repository') : `${registry}/${field('repository')}`;
  const ref = readImage(`${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`);
  return ref ? { ref, at } : undefined;
}

/** `image: "redis:7.2"`; a name alone may be anything. */
function asText(it: JsonValue): Found | undefined {
  const at = member(it, 'image');
  const text = textOf(at) ?? '';
  const ref = /[:@]/.test(text) ? readImage(text) : undefined;
  return at && ref ? { ref, at } : undefined;
}
