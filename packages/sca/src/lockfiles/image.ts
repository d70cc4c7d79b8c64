/** An image as files name it. */
export interface ImageRef {
  readonly name: string;
  /** The digest, or the tag; where neither is written, Docker takes `latest`. */
  readonly version: string;
  /** The tag that stands before a digest. */
  readonly requested?: string;
}

const reference =
  /^(?<name>(?:[\w.-]{1,200}(?::\d{1,5})?\/)?[a-z\d][a-z\d._/-]{0,400}?)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[a-z\d+._-]{1,50}:[\da-f]{32,128}))?$/i;

/**
 * Reads an image's name; undefined when it is none, or has parts that nobody filled in.
 *
 * Source: https://github.com/distribution/reference, reference.go
 */
export function readImage(text: string): ImageRef | undefined {
  const found = text.length > 1024 ? undefined : reference.exec(text.trim())?.groups;
  if (!found) return undefined;
  const { name = '', tag, digest } = found;
  return { name, version: digest ?? tag ?? 'latest', ...(digest && tag ? { requested: tag } : {}) };
}

const variable = /\$(?:\{(?<name>\w{1,100})(?:(?<how>:?[-+?])(?<other>[^{}]{0,500}))?\}|(?<bare>\w{1,100}))/g;

/** Fills `$NAME`, `${NAME}` and `${NAME:-default}` in; undefined when a name has no value. */
export function interpolated(text: string, valueOf: (name: string) => string | undefined): string | undefined {
  let isKnown = true;
  const value = text.slice(0, 2048).replaceAll(variable, (...it) => {
    const groups = it.at(-1) as Readonly<Record<string, string | undefined>>;
    const found = valueOf(groups['name'] ?? groups['bare'] ?? '');
    const fallback = groups['how']?.endsWith('-') ? groups['other'] : undefined;
    if ((found ?? fallback) === undefined) isKnown = false;
    return (found === '' ? (fallback ?? '') : found) ?? fallback ?? '';
  });
  return isKnown ? value : undefined;
}
