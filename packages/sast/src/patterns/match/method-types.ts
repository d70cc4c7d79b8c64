/** What well-known methods of standard libraries return: `T` is the first type argument of the object, `V` the last. */
const ofText = {
  'length indexOf lastIndexOf compareTo compareToIgnoreCase codePointAt hashCode': 'int',
  'equals equalsIgnoreCase isEmpty isBlank matches contains startsWith endsWith contentEquals regionMatches': 'boolean',
  charAt: 'char',
  'substring trim strip replace replaceAll replaceFirst toLowerCase toUpperCase concat repeat intern toString formatted':
    'String',
  split: 'String[]',
  getBytes: 'byte[]',
  toCharArray: 'char[]',
} as const;

const ofCollection = {
  'size indexOf lastIndexOf hashCode': 'int',
  'isEmpty contains containsAll add addAll remove removeAll retainAll equals containsKey containsValue hasNext':
    'boolean',
  'getFirst getLast first last peek poll pop element next orElse orElseThrow': 'T',
  'get getOrDefault put': 'V',
  toString: 'String',
} as const;

const inJavaScript = {
  'toLowerCase toUpperCase trim trimStart trimEnd slice substring substr replace replaceAll concat padStart padEnd repeat charAt toString':
    'string',
  'indexOf lastIndexOf search charCodeAt codePointAt length': 'number',
  'includes startsWith endsWith': 'boolean',
  split: 'string[]',
} as const;

const inPython = {
  'lower upper strip lstrip rstrip replace format join title capitalize casefold': 'str',
  'startswith endswith isdigit isalpha isalnum': 'bool',
  'find index count rfind': 'int',
  encode: 'bytes',
} as const;

function byName(rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(rows).flatMap(([names, type]) => names.split(' ').map((it) => [it, type] as const)));
}

const texts = byName(ofText);
const collections = byName(ofCollection);
const plain = new Map([
  ['javascript', byName(inJavaScript)],
  ['python', byName(inPython)],
]);

const text = /^(?:java\.lang\.)?(?:String|StringBuilder|StringBuffer|CharSequence|string|str)$/;
const collection =
  /^(?:java\.util\.)?(?:\w*(?:List|Set|Map|Queue|Deque|Collection|Vector|Stack|Iterator|Optional|Hashtable))(?:<(.*)>)?$/;

/** The type that a method gives, of an object of this type; undefined if nobody knows. */
export function resultType(language: string, object: string, method: string): string | undefined {
  if (text.test(object)) return (language === 'java' ? texts : plain.get(language))?.get(method);
  const found = language === 'java' ? collection.exec(object) : null;
  return found ? argumentType(collections.get(method), found[1] ?? '') : undefined;
}

/** The first or the last of the type arguments, where the method gives one of them. */
function argumentType(type: string | undefined, args: string): string | undefined {
  if (type === 'T') return /^[^,<]+(?:<.*>)?/.exec(args)?.[0];
  return type === 'V' ? /[^,]+$/.exec(args)?.[0].trim() : type;
}
