import type { LayerFile } from './layers.ts';
import { limits } from './limits.ts';
import { useOf } from './wanted.ts';

/** Files, and the links between them, by their paths from the root. */
export interface Linked {
  readonly files: ReadonlyMap<string, LayerFile>;
  /** Targets as written. */
  readonly links: ReadonlyMap<string, string>;
}

/** Links that are wanted by their names, with what they come to. */
function* wantedLinks({ links }: Linked): Iterable<readonly [path: string, target: string]> {
  for (const path of links.keys()) {
    if (useOf(path, false) === 'nothing') continue;
    const target = resolved(path, links);
    if (target !== undefined && target !== path) yield [path, target];
  }
}

/** What links lead to that was not kept, since its own name says nothing. */
export function missedTargets(tree: Linked): ReadonlySet<string> {
  const missed = new Set<string>();
  for (const [, target] of wantedLinks(tree)) {
    if (!tree.files.has(target) && useOf(target, false) === 'nothing') missed.add(target);
  }
  return missed;
}

/** The files, and those that a link leads to by the link's name. What is read under its own name is not read twice. */
export function followed(tree: Linked): ReadonlyMap<string, LayerFile> {
  const files = new Map([...tree.files].filter(([path, it]) => it.use !== 'beside' || isBeside(path)));
  for (const [path, target] of wantedLinks(tree)) {
    const found = tree.files.get(target);
    const use = useOf(path, false);
    if (found && (use === 'beside' || !isRead(target, found))) files.set(path, { ...found, use });
  }
  return files;
}

/** What the second pass kept is there for a link alone. */
function isBeside(path: string): boolean {
  return useOf(path, false) === 'beside';
}

function isRead(path: string, { isRunnable }: LayerFile): boolean {
  const use = useOf(path, isRunnable);
  return use === 'installed' || use === 'lock';
}

/** Where a link leads in the end, with all links on the way; undefined when it leads round, or out. */
function resolved(path: string, links: ReadonlyMap<string, string>): string | undefined {
  let rest = path.split('/');
  let done: string[] = [];
  for (let hops = 0; rest.length > 0;) {
    const part = rest.shift()!;
    if (part === '' || part === '.') continue;
    if (part === '..') {
      done.pop();
      continue;
    }
    done.push(part);
    const target = links.get(done.join('/'));
    if (target === undefined) continue;
    hops += 1;
    if (hops > limits.links || target.length > limits.path) return undefined;
    // From the root, or from the folder that the link is in; `..` of the root is the root.
    done = target.startsWith('/') ? [] : done.slice(0, -1);
    rest = [...target.split('/'), ...rest];
  }
  return done.length === 0 ? undefined : done.join('/');
}
