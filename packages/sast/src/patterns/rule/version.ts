/** The version of the rule language that this engine reads: that of the Semgrep which speaks it. */
const languageVersion = '1.182.0';

const shape = /^(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/;

/** Whether a text is a version, `1.2.3`. */
export function isVersion(text: string): boolean {
  return shape.test(text);
}

/** Why a rule for other versions of the language does not run; undefined for one that does. */
export function whyNotSpoken({
  minVersion,
  maxVersion,
}: {
  minVersion?: string;
  maxVersion?: string;
}): string | undefined {
  if (minVersion !== undefined && isBefore(languageVersion, minVersion)) {
    return `it is for version ${minVersion} of the rule language or a newer one, and this engine reads ${languageVersion}`;
  }
  if (maxVersion !== undefined && isBefore(maxVersion, languageVersion)) {
    return `it is for version ${maxVersion} of the rule language or an older one, and this engine reads ${languageVersion}`;
  }
  return undefined;
}

function isBefore(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  const at = a.findIndex((it, i) => it !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}

function partsOf(version: string): number[] {
  return (shape.exec(version) ?? []).slice(1, 4).map(Number);
}
