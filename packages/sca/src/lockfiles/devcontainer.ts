import { nameOf } from '../project.ts';
import { member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { readImage } from './image.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** Containers to develop in: their image and the features that are built into it, which registries of images hold. */
export const devcontainer: Lockfile = {
  id: 'devcontainer',
  ecosystem: 'docker',
  files: ['devcontainer.json', '.devcontainer.json', 'devcontainer-lock.json', '.devcontainer-lock.json'],
  isShared: true,
  siblings: [],
  docs: 'https://containers.dev/implementors/json_reference/',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const isLock = nameOf(manifest.path).endsWith('-lock.json');
    const lock = nameOf(manifest.path).replace('.json', '-lock.json');
    const isLocked = !isLock && textBeside(manifest, lock) !== undefined;
    const features = isLocked ? [] : featuresIn(member(root, 'features'), lines);
    const image = member(root, 'image');
    const found = readImage(textOf(image) ?? '');
    const own: readonly Declared[] =
      image && found ? [{ ...found, scopes: ['development'], location: lines.location(image.start, image.end) }] : [];
    return { value: declaredPackages(manifest, 'docker', [...own, ...features]), problems: problems.list };
  },
};

/** `"ghcr.io/devcontainers/features/node:1": {…}`; in a lock file with the version that this stands for. */
function featuresIn(features: JsonValue | undefined, lines: Lines): readonly Declared[] {
  return Array.from(membersOf(features), ([key, { start, value, end }]): readonly Declared[] => {
    const image = key.startsWith('.') || !key.includes('/') ? undefined : readImage(key);
    if (!image) return [];
    const version = textOf(member(value, 'version'));
    const isResolved = version !== undefined && member(value, 'resolved') !== undefined;
    const locked = isResolved ? { version, requested: image.version } : {};
    return [{ ...image, ...locked, scopes: ['development'], location: lines.location(start, end) }];
  }).flat();
}
