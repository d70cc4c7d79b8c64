// The files of deps.dev/util/resolve: blocks `-- Universe name`, `-- Graph name`, `-- Test name`, each up to `-- END`.

/** Shape: kind, name, lines; in order. */
function blocksIn(text) {
  const blocks = [];
  let open;
  for (const line of text.split('\n')) {
    const begin = /^-- (universe|graph|test) (.+)$/i.exec(line);
    if (begin) blocks.push((open = { kind: begin[1].toLowerCase(), name: begin[2].trim(), lines: [] }));
    else if (/^-- end\b/i.test(line)) open = undefined;
    else open?.lines.push(line);
  }
  return blocks;
}

/** Shape: tests with the lines of their universe and of their graph. */
export function casesIn(texts) {
  const blocks = texts.flatMap(blocksIn);
  const find = (kind, name) => blocks.find((it) => it.kind === kind && it.name === name)?.lines ?? [];
  return blocks
    .filter((it) => it.kind === 'test')
    .map(({ name, lines }) => {
      const said = (word) =>
        lines
          .find((it) => it.toLowerCase().startsWith(`${word} `))
          ?.slice(word.length + 1)
          .trim();
      const [root, version] = said('resolve').split(/\s+/);
      const universe = find('universe', said('universe'));
      return {
        name,
        root,
        version,
        universe,
        graph: find('graph', said('graph')),
        flags: (said('flag') ?? '').split(/\s+/),
      };
    });
}

/** Attributes in front of `|`: pairs, but for those that have no value. Keys in small letters. */
function attributesIn(text) {
  const flags = new Set(['dev', 'opt', 'test', 'selector', 'blocked', 'deleted', 'error']);
  const words = Array.from(text.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g), (it) => it[1] ?? it[0]);
  const attributes = {};
  for (let at = 0; at < words.length; at += 1) {
    const key = words[at].toLowerCase();
    attributes[key] = flags.has(key) ? '' : words[(at += 1)];
  }
  return attributes;
}

/** Behind the attributes; without them all of it. */
export function withAttributes(text) {
  const at = text.indexOf('|');
  if (at === -1) return { attributes: {}, rest: text.trim() };
  return { attributes: attributesIn(text.slice(0, at)), rest: text.slice(at + 1).trim() };
}

/** Packages with versions with what they ask for. */
export function universeOf(lines) {
  const packages = new Map();
  let versions;
  let version;
  for (const line of lines.map((it) => it.replace(/\s*#.*$/, '').trimEnd()).filter((it) => it !== '')) {
    const depth = /^\t*/.exec(line)[0].length;
    const text = line.trim();
    if (depth === 0) packages.set(withAttributes(text).rest, (versions = []));
    else if (depth === 1) {
      const { attributes, rest } = withAttributes(text);
      versions.push((version = { version: rest, attributes, asks: [] }));
    } else if (text.startsWith('ATTR:')) Object.assign(version.attributes, attributesIn(text.slice(5)));
    else {
      const { attributes, rest } = withAttributes(text);
      const at = rest.indexOf('@', 1);
      version.asks.push({ attributes, name: rest.slice(0, at), range: rest.slice(at + 1) });
    }
  }
  return packages;
}
