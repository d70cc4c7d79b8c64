import type { Package } from '@plumbline/core';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { linesOf } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { readImage } from './image.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** What workflows and actions use: other actions, other repositories' workflows, images. All of it is for building. */
export const githubActions: Lockfile = {
  id: 'github-actions',
  ecosystem: 'github',
  files: ['github', 'gitea', 'forgejo']
    .flatMap((it) => [`.${it}/workflows/*.yml`, `.${it}/workflows/*.yaml`])
    .concat('action.yml', 'action.yaml'),
  isShared: true,
  siblings: [],
  docs: 'https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const { documents, faults } = readYaml(manifest.text);
    for (const it of faults) problems.add('parse-error', it.message, lines.position(it.offset).line);
    const [actions, images]: [Declared[], Declared[]] = [[], []];
    for (const at of documents.flatMap((root) => [...usedIn(root)])) {
      const text = textOf(at) ?? '';
      const place = { location: lines.location(at.start, at.end), scopes: ['build' as const] };
      const isImage = text.startsWith('docker://');
      const image = isImage ? readImage(text.slice('docker://'.length)) : undefined;
      const action = isImage ? undefined : actionOf(text, commentAfter(manifest.text, at.end));
      if (image) images.push({ ...image, ...place });
      else if (action) actions.push({ ...action, ...place });
    }
    for (const at of documents.flatMap(imagesIn)) {
      const image = imageAt(textOf(at) ?? '', manifest.path);
      if (image) images.push({ ...image, location: lines.location(at.start, at.end), scopes: ['build'] });
    }
    const value: readonly Package[] = [
      ...declaredPackages(manifest, 'github', actions),
      ...declaredPackages(manifest, 'docker', images),
    ];
    return { value, problems: problems.list };
  },
};

/** The places that name an action or an image. */
function* usedIn(root: JsonValue): Iterable<JsonValue> {
  const runs = member(root, 'runs');
  const jobs = Array.from(membersOf(member(root, 'jobs')), ([, it]) => it.value);
  for (const job of [...jobs, ...(runs ? [runs] : [])]) {
    for (const it of [job, ...itemsOf(member(job, 'steps'))]) {
      const used = member(it, 'uses');
      if (used) yield used;
    }
  }
}

/** The images that jobs run in, that run beside them, and that an action is; none that an expression fills in. */
function imagesIn(root: JsonValue): readonly JsonValue[] {
  const jobs = Array.from(membersOf(member(root, 'jobs')), ([, it]) => it.value);
  const containers = jobs.map((it) => member(it, 'container'));
  const services = jobs.flatMap((it) => Array.from(membersOf(member(it, 'services')), ([, one]) => one.value));
  const images = [...containers, ...services].map((it) => (it?.is === 'object' ? member(it, 'image') : it));
  return [...images, member(member(root, 'runs'), 'image')].filter((it) => it !== undefined);
}

/** In a job the name is an image's; an action's own image says so, or is a file. */
function imageAt(text: string, path: string): ReturnType<typeof readImage> {
  const isAction = /(?:^|\/)action\.ya?ml$/.test(path);
  if (text.startsWith('docker://')) return readImage(text.slice('docker://'.length));
  return isAction ? undefined : readImage(text);
}

function actionOf(text: string, comment: string): Omit<Declared, 'location'> | undefined {
  const found = /^(?<name>[\w.-]{1,100}\/[\w.-]{1,200})(?:\/[^@\s]{0,400})?@(?<version>[\w./+-]{1,200})$/.exec(
    text,
  )?.groups;
  if (!found || found['name']!.startsWith('.')) return undefined;
  const version = found['version']!;
  // A commit is pinned; which release it is, people write behind it.
  const tag = /^[\da-f]{40}$/.test(version) ? /^#\s*(?:tag=|pin@)?(v?\d[\w.-]*)/.exec(comment)?.[1] : undefined;
  return { name: found['name']!, version, ...(tag === undefined ? {} : { requested: tag }) };
}

function commentAfter(text: string, end: number): string {
  const rest = text.slice(end, end + 200);
  return rest.slice(0, rest.search(/\n|$/)).replace(/^["']/, '').trim();
}
