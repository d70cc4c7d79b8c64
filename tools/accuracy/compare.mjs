import { directOnly, onlyOf, spelling } from './names.mjs';
import { scopeWords } from './scopes.mjs';

/** PyPI's names are compared as PEP 503 normalises them, all others as they are written, but for case. */
function spelt(name, ecosystem) {
  return ecosystem === 'pypi' ? name.toLowerCase().replaceAll(/[-_.]+/g, '-') : name.toLowerCase();
}

const plain = (version) => (version ?? '').replace(/^v(?=\d)/, '');

/** A package of one file: rows of one name and version are one. */
function keyed(rows, ecosystemOf) {
  const found = new Map();
  for (const it of rows) {
    const name = spelt(it.name, ecosystemOf(it));
    const key = `${name}@${plain(it.version)}`;
    found.set(key, [...(found.get(key) ?? []), { ...it, name, version: plain(it.version) }]);
  }
  return found;
}

/**
 * What a case says and what we say.
 *
 * Shape: counts, and `differences` with the deviation that covers each, if one does.
 */
export function compare({ peer, format, it, run }, deviationFor) {
  const isPython = run.packages.some((one) => one.ecosystem === 'pypi') || /py|pip|poetry|pdm|uv/.test(format);
  const stated = it.packages.filter((one) => !isHandedOver(it, one));
  const wanted = keyed(stated, () => (isPython ? 'pypi' : 'other'));
  const isWanted = ({ direct, ecosystem }) =>
    (direct || !directOnly.some((one) => one.test(it.name))) && ecosystem === (onlyOf[format] ?? ecosystem);
  const respelt = spelling[format] ?? ((one) => one);
  const ours = keyed(run.packages.filter(isWanted).map(respelt), (one) => one.ecosystem);
  const note = (kind, name, text) =>
    differences.push({ kind, name, text, deviation: deviationFor({ peer, format, file: it.file, kind, name }) });
  const differences = [];
  const { pairs, missing, extra, ranges, unpinned } = matched(wanted, ours, it);
  for (const name of new Set([...missing, ...extra].map((key) => key.slice(0, key.lastIndexOf('@'))))) {
    const of = (keys) => keys.filter((key) => key.slice(0, key.lastIndexOf('@')) === name).join(' ') || '-';
    note('package', name, `theirs ${of(missing)}, ours ${of(extra)}`);
  }
  const places = pairs.flatMap((pair) => placeOf(pair, run.name));
  for (const one of places.filter((place) => !place.isLine)) note('line', one.name, one.text);
  const scopes = pairs.flatMap((pair) => scopesOf(pair, scopeWords[peer]?.[format]));
  for (const one of scopes.filter((scope) => !scope.isSame)) note('scope', one.name, one.text);
  const direct = pairs.filter(([theirs]) => theirs[0].direct === true);
  const notDirect = direct.filter(([, own]) => !own.some((one) => one.direct));
  for (const [theirs] of notDirect) note('direct', theirs[0].name, 'theirs direct, ours not');
  const commits = pairs.flatMap(commitOf);
  for (const one of commits.filter((commit) => !commit.isSame)) note('commit', one.name, one.text);
  if (it.expect_error === true && run.problems.length === 0)
    note('problem', '', 'theirs refuses the file, ours is silent');
  const counts = {
    wanted: wanted.size,
    found: wanted.size - missing.length,
    extra: extra.length,
    ranges,
    unpinned,
    lines: places.length,
    columns: places.filter((place) => place.hasColumn !== undefined).length,
    columnsRight: places.filter((place) => place.hasColumn).length,
    scopes: scopes.length,
    commits: commits.length,
    direct: direct.length,
    errors: it.expect_error === true ? 1 : 0,
  };
  return { counts, differences };
}

/**
 * In tests of the peer's `match-…` the packages are handed over and places are looked for: what has none is not in the
 * file, and a version that is empty was not handed over.
 */
const isMatcher = (it) => it.test.includes('/match-');
const isHandedOver = (it, one) => isMatcher(it) && one.block === undefined;

/** Pairs what both have: by name and version, then by a range whose bound the peer takes for a version. */
function matched(wanted, ours, it) {
  const pairs = [];
  const [missing, left] = [[], new Map(ours)];
  let ranges = 0;
  for (const [key, theirs] of wanted) {
    if (!left.has(key)) missing.push(key);
    else pairs.push([theirs, left.get(key)]);
    left.delete(key);
  }
  const still = missing.filter((key) => {
    const theirs = wanted.get(key);
    const other = [...left].find(([, own]) => own[0].name === theirs[0].name && isSame(theirs[0], own[0], it));
    if (!other) return true;
    if (!isMatcher(it)) ranges += 1;
    pairs.push([theirs, other[1]]);
    left.delete(other[0]);
    return false;
  });
  // Others leave the project's own packages out, or do not.
  const others = [...left].filter(([, own]) => own.some((one) => one.origin !== 'workspace'));
  // They leave out, too, what has no version: a branch, a folder, an address, a name alone.
  const isUnpinned = ([, own]) =>
    own.every((one) => one.version === '') && !still.some((key) => wanted.get(key)[0].name === own[0].name);
  const extra = others.filter((one) => !isUnpinned(one)).map(([key]) => key);
  return { pairs, missing: still, extra, ranges, unpinned: others.filter(isUnpinned).length };
}

function isSame(theirs, own, it) {
  if (isMatcher(it) && theirs.version === '') return true;
  return (
    own.version === '' &&
    (own.requested === theirs.version || boundsOf(own.requested ?? '').includes(padded(theirs.version)))
  );
}

const padded = (version) => version.replace(/(?:\.0)+$/, '');
const boundsOf = (range) => Array.from(range.matchAll(/\d[\w.+!-]*/g), ([it]) => padded(it.replace(/\.x\b/g, '.0')));

/** Where it stands: the peer's line is a number, or a block with name and version in it. Line 0 is no place. */
function placeOf([theirs, own], file) {
  const { line, block, name_loc: named, name } = theirs[0];
  const lines = [line, block?.line?.[0], named?.line?.[0]].filter((it) => it > 0);
  const here = own.filter((one) => one.location.file === file);
  if (lines.length === 0 || here.length === 0) return [];
  const isLine = here.some((one) => lines.includes(one.location.start.line));
  const columns = [block?.col?.[0], named?.col?.[0]].filter((it) => it > 0);
  const hasColumn = columns.length === 0 ? undefined : here.some((one) => columns.includes(one.location.start.column));
  const text = `theirs line ${lines.join(' or ')}, ours ${here.map((one) => one.location.start.line).join(', ')}`;
  return [{ name, isLine, hasColumn, text: `${text}` }];
}

/** Of what comes from a repository; others give the hash of a registry's archive the same name. */
function commitOf([theirs, own]) {
  const wanted = theirs.map((one) => one.commit).filter((it) => /^[\da-f]{7,64}$/.test(it ?? ''));
  const fromGit = own.filter((one) => one.origin === 'git');
  if (wanted.length === 0 || fromGit.length === 0) return [];
  const found = fromGit.map((one) => one.source?.commit);
  const text = `theirs ${wanted.join(' ')}, ours ${found.join(' ')}`;
  return [{ name: theirs[0].name, isSame: wanted.every((it) => found.includes(it)), text }];
}

/**
 * Why it is there. Where the peer has no word, or says that it is there to run, ours must have that, too: that it is
 * also there for something else is no contradiction. What a user of the project brings has no word with others.
 */
function scopesOf([theirs, own], table) {
  const told = new Set(theirs.flatMap((one) => one.groups ?? []));
  // With some, what is optional alone is told to be for running, too; with us that is what the word means.
  const isOptional = told.size === 2 && told.has('optional');
  const groups = [...told].filter((it) => !(it === 'prod' && isOptional));
  const named = [...new Set(groups.flatMap((it) => table?.words[it] ?? []))];
  const wanted = named.length > 0 ? named.toSorted() : table?.silent;
  if (!wanted) return [];
  const found = [...new Set(own.flatMap((one) => one.scopes))].toSorted();
  const others = found.filter((it) => it !== 'peer');
  const isSame = wanted.includes('runtime')
    ? wanted.every((it) => found.includes(it))
    : wanted.join() === others.join();
  return [{ name: theirs[0].name, isSame, text: `theirs ${wanted.join(' ')}, ours ${found.join(' ')}` }];
}
