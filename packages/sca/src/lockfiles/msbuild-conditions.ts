/** Properties that a build gets from outside, or has several values of: nobody can tell which. */
const unknown =
  /\$\((?:Configuration|Platform|TargetFramework\w*|OS|RuntimeIdentifier\w*|MSBuild\w+|CI|\w*Build\w*)\)/i;

/**
 * Whether a condition of MSBuild holds, as far as it compares properties with texts; undefined when nobody can tell.
 *
 * Source: https://learn.microsoft.com/en-us/visualstudio/msbuild/msbuild-conditions
 */
export function holds(condition: string | undefined, properties: ReadonlyMap<string, string>): boolean | undefined {
  if (condition === undefined || condition.trim() === '') return true;
  if (condition.length > 1024 || condition.includes('(') !== condition.includes('$(')) return undefined;
  const anyOf = condition.split(/\s+or\s+/i).map((part) => allHold(part, properties));
  if (anyOf.includes(true)) return true;
  return anyOf.includes(undefined) ? undefined : false;
}

function allHold(part: string, properties: ReadonlyMap<string, string>): boolean | undefined {
  const allOf = part.split(/\s+and\s+/i).map((it) => compares(it, properties));
  if (allOf.includes(false)) return false;
  return allOf.includes(undefined) ? undefined : true;
}

function compares(term: string, properties: ReadonlyMap<string, string>): boolean | undefined {
  const found = /^\s*'?([^'=!]{0,300}?)'?\s*(==|!=)\s*'?([^'=!]{0,300}?)'?\s*$/.exec(term);
  if (!found) return undefined;
  const [, left = '', sign, right = ''] = found;
  const [a, b] = [left, right].map((it) =>
    it.replaceAll(
      /\$\((\w{1,100})\)/g,
      (whole, name: string) => properties.get(name) ?? (unknown.test(whole) ? whole : ''),
    ),
  );
  // A function, an item or a property that nobody knows.
  if (/[$@]\(/.test(a! + b!)) return undefined;
  const isSame = a!.toLowerCase() === b!.toLowerCase();
  return sign === '==' ? isSame : !isSame;
}
