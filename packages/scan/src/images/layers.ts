/**
 * The layers of an image on top of each other. A layer is a tar archive of what is new in it; a file `.wh.name` says that
 * what lay below as `name` is gone, `.wh..wh..opq` that all of a folder is.
 *
 * Source: https://github.com/opencontainers/image-spec/blob/main/layer.md
 */
import type { Problem } from '@plumbline/core';
import { extract, lockfileOf } from '@plumbline/sca';
import type { Draft, Kept, Keeper } from './kept.ts';
import { BadImage, limits } from './limits.ts';
import type { TarHeader, TarVisitor } from './tar-stream.ts';
import { useOf, type Use } from './wanted.ts';

/** A file as a layer has it. */
export interface LayerFile {
  readonly use: Use;
  readonly kept: Kept;
  readonly isRunnable: boolean;
  /** Number of the layer, from the bottom. */
  readonly layer: number;
}

/** What of a layer is to be kept. */
export type Choice = (path: string, isRunnable: boolean) => Use;

/** What a layer brings. */
interface Fresh {
  readonly files: Map<string, LayerFile>;
  /** Targets by path, as written. */
  readonly links: Map<string, string>;
  /** What lay below at these paths is gone, with all that is in it; of the folders only what is in them. */
  /** What lay below when the layer began, with the folders that it lies in. */
  readonly below: ReadonlySet<string>;
  readonly gone: Set<string>;
  readonly emptied: Set<string>;
}

const tooMuch = 'it has more to read than any image';
const maxProblems = 100;

const outside = {
  code: 'path-outside',
  message: 'Not read: an entry of a layer has a name that leads out of the image, or is none.',
};
const tooManyLinks = {
  code: 'too-many-links',
  message: 'Not all links are followed: there are more than in any image.',
};
const tooLarge = { code: 'file-too-large', message: `Not read: larger than ${limits.file / 2 ** 30} GiB.` };

/** What an image comes to as its layers are laid down one by one. */
export class Tree {
  readonly files = new Map<string, LayerFile>();
  readonly links = new Map<string, string>();
  /** The databases as each layer had them: they tell in which layer a package came. */
  readonly versions = new Map<string, LayerFile[]>();
  /** What was left out. */
  readonly problems: Problem[] = [];
  readonly #keeper: Keeper;
  readonly #choose: Choice;
  #entries = 0;

  constructor(keeper: Keeper, choose: Choice = useOf) {
    this.#keeper = keeper;
    this.#choose = choose;
  }

  /** A visitor for the archive of the next layer; `lay` puts what it has seen on what lies below. */
  layer(number: number): TarVisitor & { lay(): void } {
    const below = withFolders([this.files.keys(), this.links.keys()]);
    const fresh: Fresh = { files: new Map(), links: new Map(), below, gone: new Set(), emptied: new Set() };
    let open: { path: string; use: Use; isRunnable: boolean; draft: Draft } | undefined;
    return {
      entry: (header) => {
        const path = this.#enter(header, fresh, number);
        const isRunnable = (header.mode & 0o111) !== 0;
        const use =
          path === undefined || header.kind !== 'file' ? 'nothing' : this.#useOf(path, header.size, isRunnable);
        if (path === undefined || use === 'nothing') return undefined;
        const draft = this.#keeper.begin();
        open = { path, use, isRunnable, draft };
        return use === 'program' ? ifProgram(draft) : (piece) => draft.add(piece);
      },
      end: () => {
        if (open) {
          const { path, use, isRunnable, draft } = open;
          if (this.files.size + fresh.files.size >= limits.files) throw new BadImage(tooMuch);
          const kept = draft.keep();
          if (use !== 'program' || isMade(path, kept)) fresh.files.set(path, { use, kept, isRunnable, layer: number });
          else draft.drop();
        }
        open = undefined;
      },
      lay: () => {
        for (const there of [this.files, this.links]) {
          for (const path of there.keys()) if (isGone(path, fresh)) there.delete(path);
        }
        for (const [path, file] of fresh.files) this.#add(path, file);
        for (const [path, target] of fresh.links) this.links.set(path, target);
      },
    };
  }

  /** Notes what an entry takes away. Shape: the entry's path; undefined for one that brings nothing. */
  #enter(header: TarHeader, fresh: Fresh, number: number): string | undefined {
    this.#entries += 1;
    if (this.#entries > limits.entries) throw new BadImage('its layers have more entries than any image');
    const path = plainName(header.name);
    if (path === undefined && header.kind !== 'folder') this.#note(outside);
    if (path === undefined || isMark(path, fresh) || header.kind === 'folder') return undefined;
    // What comes takes the place of what was there: a file that of a file, a link that of a folder.
    takeAway(fresh.gone, path, fresh);
    fresh.files.delete(path);
    fresh.links.delete(path);
    if (header.kind === 'symlink') this.#link(path, header.target, fresh);
    if (header.kind === 'link') this.#hardLink(path, plainName(header.target), fresh, number);
    return path;
  }

  #useOf(path: string, size: number, isRunnable: boolean): Use {
    const use = this.#choose(path, isRunnable);
    if (use === 'nothing' || size <= limits.file) return use;
    this.#note({ ...tooLarge, file: path });
    return 'nothing';
  }

  #note(problem: Problem): void {
    if (this.problems.length < maxProblems) this.problems.push(problem);
  }

  /** A hard link has the content of what it names. What nobody wanted by its own name is found like a symbolic one's. */
  #hardLink(path: string, target: string | undefined, fresh: Fresh, layer: number): void {
    if (target === undefined || target === path) return;
    const found = fresh.files.get(target) ?? this.files.get(target);
    const use = this.#choose(path, found?.isRunnable ?? false);
    if (found && use !== 'nothing') fresh.files.set(path, { ...found, use, layer });
    if (!found) this.#link(path, `/${target}`, fresh);
  }

  #link(path: string, target: string, { links }: Fresh): void {
    if (target.length > limits.path) return;
    if (links.size + this.links.size < limits.allLinks) links.set(path, target);
    else this.#note(tooManyLinks);
  }

  #add(path: string, file: LayerFile): void {
    this.files.set(path, file);
    if (!lockfileOf(path)?.system) return;
    const versions = this.versions.get(path);
    if (versions) versions.push(file);
    else this.versions.set(path, [file]);
  }
}

/** Whether an entry only says that something is gone. */
function isMark(path: string, fresh: Fresh): boolean {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (!name.startsWith('.wh.')) return false;
  if (name === '.wh..wh..opq') takeAway(fresh.emptied, path.slice(0, Math.max(0, slash)), fresh);
  // Others of that beginning are notes of the file system that the layer was made on.
  else if (!name.startsWith('.wh..wh.'))
    takeAway(fresh.gone, path.slice(0, slash + 1) + name.slice('.wh.'.length), fresh);
  return true;
}

/** What is not there needs no note: a layer may have more names than memory. */
function takeAway(list: Set<string>, path: string, { below }: Fresh): void {
  if (path === '' || below.has(path)) list.add(path);
}

function withFolders(lists: readonly Iterable<string>[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const paths of lists) {
    for (const path of paths) {
      all.add(path);
      for (
        let end = path.lastIndexOf('/');
        end > 0 && !all.has(path.slice(0, end));
        end = path.lastIndexOf('/', end - 1)
      ) {
        all.add(path.slice(0, end));
      }
    }
  }
  return all;
}

function isGone(path: string, { gone, emptied }: Fresh): boolean {
  if (gone.has(path) || emptied.has('')) return true;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end);
    if (gone.has(folder) || emptied.has(folder)) return true;
  }
  return false;
}

/** Folders in folders, of one path. */
const maxParts = 256;

/** A path from the image's root; undefined for one that leaves it, or that nobody has. */
function plainName(written: string): string | undefined {
  if (written.length > limits.path || written.includes('\0')) return undefined;
  const parts: string[] = [];
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 || parts.length > maxParts ? undefined : parts.join('/');
}

/** Source: the first bytes of ELF, PE, and Mach-O of both orders and of several machines */
const programs: readonly string[] = ['7f454c46', 'cffaedfe', 'cefaedfe', 'feedfacf', 'feedface', 'cafebabe'];

/** Takes the content of what begins as a program does. */
function ifProgram(draft: Draft): (piece: Buffer) => void {
  let head = Buffer.alloc(0);
  let isOne: boolean | undefined;
  return (piece) => {
    if (isOne === undefined) {
      head = Buffer.concat([head, piece.subarray(0, 4)]);
      if (head.length >= 4) isOne = isProgram(head);
    }
    if (isOne !== false) draft.add(piece);
  };
}

/** Whether a file with these first four bytes is a program, or a library of programs. */
export function isProgram(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return programs.includes(bytes.toString('hex', 0, 4)) || bytes.toString('latin1', 0, 2) === 'MZ';
}

/** Whether a program says what it is made of. */
export function isMade(path: string, kept: Kept): boolean {
  if (kept.size < 64) return false;
  const files = { paths: [path], read: () => kept.bytes(), open: () => kept.parts(), isRunnable: () => true };
  return extract(files).value.length > 0;
}
