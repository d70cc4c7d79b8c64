import type { Package } from '@plumbline/core';
import { itemsOf, member, textOf } from '../text/json.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { readImage } from './image.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** The images that Kustomize puts in place of others, and the charts that it fills in. */
export const kustomization: Lockfile = {
  id: 'kustomization',
  ecosystem: 'docker',
  files: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'],
  isShared: true,
  siblings: [],
  docs: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    const images = itemsOf(member(root, 'images')).flatMap((it): readonly Declared[] => {
      const field = (name: string): string => textOf(member(it, name)) ?? '';
      const [tag, digest] = [field('newTag'), field('digest')];
      const name = field('newName') || field('name');
      const image = readImage(`${name}${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`);
      return image && tag + digest !== '' ? [{ ...image, location: lines.location(it.start, it.end) }] : [];
    });
    const charts = itemsOf(member(root, 'helmCharts')).flatMap((it): readonly Declared[] => {
      const [name = '', version = ''] = ['name', 'version'].map((key) => textOf(member(it, key)));
      return name === '' ? [] : [{ name, version, location: lines.location(it.start, it.end) }];
    });
    const value: readonly Package[] = [
      ...declaredPackages(manifest, 'docker', images),
      ...declaredPackages(manifest, 'helm', charts),
    ];
    return { value, problems: problems.list };
  },
};
