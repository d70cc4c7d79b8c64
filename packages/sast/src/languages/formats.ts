/**
 * Formats that are written in another language's syntax: a rule for `kubernetes` looks at those YAML and JSON files that
 * are Kubernetes manifests, one for `yaml` at every YAML file.
 */

/** How a file is told to be of a format. Shape: `path` and `text` both hold, where both are given. */
interface Sign {
  readonly path?: RegExp;
  /** The text has something that each of these finds. */
  readonly text?: readonly RegExp[];
}

const actions = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i;
const composeFile = /(?:^|[/.-])(?:docker-)?compose(?:[.-][\w.-]*)?\.ya?ml$/i;
const services = /^['"]?services['"]?:/m;
/** The first service of the list has an image, or is built. */
const serviceWithImage =
  /^services:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*( +)[\w.$"'-]+:[ \t]*(?:#.*)?\n(?:\1 +[^\s].*\n|[ \t]*\n)*?\1 +(?:image|build):/m;
const resources = [/^[ \t]*["']?Resources["']?\s*:/m, /["']?Type["']?\s*:\s*["']?AWS::\w+::/];

const signs = {
  kubernetes: [
    { text: [/^["']?apiVersion["']?:\s*\S/m, /^["']?kind["']?:\s*\S/m] },
    { path: /\.json$/i, text: [/"apiVersion"\s*:\s*"/, /"kind"\s*:\s*"/] },
  ],
  compose: [{ path: composeFile, text: [services] }, { text: [serviceWithImage] }],
  'github-actions': [
    { path: actions },
    { path: /(?:^|\/)action\.ya?ml$/i, text: [/^runs:/m] },
    { text: [/^(?:on|'on'|"on"|true):/m, /^jobs:/m] },
  ],
  'gitlab-ci': [{ path: /(?:^|[/.])(?:\.?gitlab-ci\.ya?ml|\.gitlab\/ci\/.+\.ya?ml|\.gitlab-ci\/.+\.ya?ml)$/i }],
  cloudformation: [{ text: [/^[ \t]*["']?AWSTemplateFormatVersion["']?\s*:/m] }, { text: resources }],
} as const satisfies Record<string, readonly Sign[]>;

export type Format = keyof typeof signs;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(signs, name);
}

/** The formats of a YAML or JSON file. */
export function formatsOf(path: string, text: string): readonly Format[] {
  const all = Object.entries(signs) as [Format, readonly Sign[]][];
  return all.filter(([, ways]) => ways.some((it) => shows(it, path, text))).map(([name]) => name);
}

function shows(sign: Sign, path: string, text: string): boolean {
  return (sign.path?.test(path) ?? true) && (sign.text ?? []).every((it) => it.test(text));
}
