import type { FileLinks } from '@plumbline/core';
import { folderOf, resolvePath } from '../project.ts';
import type { ScriptNames } from './script-names.ts';

/** A file of the project with its links. A file with embedded code has several. */
export interface CodeFile {
  readonly path: string;
  readonly links: FileLinks;
}

/** Finds the project's own files by what imports call them. */
export interface OwnFiles {
  /** The file that a module is, and how much of `symbol` was part of the module's name; none for modules of others. */
  readonly find: (from: CodeFile, module: string, symbol: string) => readonly Found[];
  /** Whether the first part of a module's name is the project's. */
  readonly isOwn: (language: string, module: string) => boolean;
}

export interface Found {
  readonly file: CodeFile;
  /** What is used of the file. */
  readonly symbol: string;
}

/** Files of one folder or package together; more than these say nothing. */
const mostTogether = 400;
/** Files whose paths end alike. */
const mostOfName = 4;

export function ownFiles(files: readonly CodeFile[], scripts: ScriptNames): OwnFiles {
  const index = new OwnIndex(files, scripts);
  return {
    find: (from, module, symbol) => index.find(from, module, symbol),
    isOwn: (language, module) => index.parts.has(`${language} ${/^[^./\\]*/.exec(module)![0]}`),
  };
}

class OwnIndex {
  /** Names of files, folders and packages, with their language. */
  readonly parts: ReadonlySet<string>;
  readonly #byPath: ReadonlyMap<string, readonly CodeFile[]>;
  readonly #byPackage: ReadonlyMap<string, readonly CodeFile[]>;
  readonly #byName: ReadonlyMap<string, readonly CodeFile[]>;

  readonly #scripts: ScriptNames;

  constructor(files: readonly CodeFile[], scripts: ScriptNames) {
    this.#scripts = scripts;
    this.#byPath = group(files, (it) => [it.path]);
    this.#byPackage = group(files, (it) => [`${it.links.language} ${packageOf(it)}`]);
    this.#byName = group(files, (it) => tails(it).map((tail) => `${it.links.language} ${tail}`));
    this.parts = new Set(files.flatMap((it) => segments(it).map((part) => `${it.links.language} ${part}`)));
  }

  find(from: CodeFile, module: string, symbol: string): readonly Found[] {
    const { language } = from.links;
    if (module === '') return this.#unbound(from, symbol);
    const found = under(this.#module(from, module), symbol);
    if (language === 'python' && symbol !== '') return [...found, ...this.#submodule(from, module, symbol)];
    return language === 'java' || language === 'php' || language === 'csharp'
      ? [...found, ...this.#classNamed(language, module, symbol)]
      : found;
  }

  #module(from: CodeFile, module: string): readonly CodeFile[] {
    switch (from.links.language) {
      case 'javascript':
        return this.#script(from, module);
      case 'python':
        return this.#python(from, module);
      case 'ruby':
        return this.#ruby(from, module);
      case 'go':
        return this.#goFolder(module);
      default:
        return this.#packaged(from.links.language, module);
    }
  }

  #at(path: string | undefined): readonly CodeFile[] {
    return path === undefined ? [] : (this.#byPath.get(path) ?? []);
  }

  #first(paths: readonly string[]): readonly CodeFile[] {
    return paths.map((it) => this.#at(it)).find((it) => it.length > 0) ?? [];
  }

  #script(from: CodeFile, module: string): readonly CodeFile[] {
    const near = module.startsWith('.') ? resolvePath(folderOf(from.path), module) : undefined;
    const paths = near === undefined ? this.#scripts.find(from.path, module) : [near];
    return this.#first(paths.flatMap(scriptPaths));
  }

  #python(from: CodeFile, module: string): readonly CodeFile[] {
    const dots = /^\.*/.exec(module)![0].length;
    const path = module.slice(dots).replaceAll('.', '/');
    if (dots === 0) return (this.#byName.get(`python ${path}`) ?? []).slice(0, mostOfName);
    const folder = resolvePath(folderOf(from.path), '../'.repeat(dots - 1));
    if (folder === undefined) return [];
    const base = path === '' ? folder : `${slashed(folder)}${path}`;
    return this.#first([`${base}.py`, `${slashed(base)}__init__.py`]);
  }

  /** `from . import models` takes a module, not a name of one. */
  #submodule(from: CodeFile, module: string, symbol: string): readonly Found[] {
    const [first = '', ...rest] = symbol.split('.');
    return under(this.#python(from, module.endsWith('.') ? module + first : `${module}.${first}`), rest.join('.'));
  }

  #ruby(from: CodeFile, module: string): readonly CodeFile[] {
    if (!module.startsWith('.')) return (this.#byName.get(`ruby ${module}`) ?? []).slice(0, mostOfName);
    return this.#at(resolvePath(folderOf(from.path), `${module.replace(/\.rb$/, '')}.rb`));
  }

  /** The longest folder of the project that an import path ends with. */
  #goFolder(module: string): readonly CodeFile[] {
    const names = module.split('/').slice(-12);
    for (let start = 1; start < names.length; start++) {
      const found = this.#byPackage.get(`go ${names.slice(start).join('/')}`);
      if (found) return found;
    }
    return [];
  }

  #packaged(language: string, name: string): readonly CodeFile[] {
    return this.#byPackage.get(`${language} ${dotted(name)}`) ?? [];
  }

  /** `import static a.b.C.f`: the module is a class of a package. */
  #classNamed(language: string, module: string, symbol: string): readonly Found[] {
    const whole = dotted(module);
    const dot = whole.lastIndexOf('.');
    return dot < 0 ? [] : under(this.#packaged(language, whole.slice(0, dot)), `${whole.slice(dot + 1)}.${symbol}`);
  }

  /** A name that nothing binds: of the same package, or of one whose names are all visible. */
  #unbound(from: CodeFile, symbol: string): readonly Found[] {
    const { language, package: own, imports } = from.links;
    const opened = imports.filter((it) => it.all).map((it) => it.module);
    switch (language) {
      case 'javascript':
        return [];
      case 'python':
        return opened.flatMap((it) => under(this.#python(from, it), symbol));
      case 'go':
        return under(this.#packaged('go', folderOf(from.path)), symbol);
      case 'ruby':
      case 'csharp':
        return under(this.#packaged(language, ''), symbol);
      default:
        return [own, ...opened].flatMap((it) => under(this.#packaged(language, it), symbol));
    }
  }
}

function under(files: readonly CodeFile[], symbol: string): readonly Found[] {
  return files.slice(0, mostTogether).map((file) => ({ file, symbol }));
}

/** `a.js` in an import may be `a.ts` on disk. */
function scriptPaths(path: string): readonly string[] {
  const bare = path.replace(/\.[cm]?js$/, '');
  const ended = scriptEnds.flatMap((end) => [`${path}${end}`, `${bare}${end}`, `${slashed(path)}index${end}`]);
  return [path, ...ended];
}

const scriptEnds = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.vue', '.svelte'];

function slashed(folder: string): string {
  return folder === '' ? '' : `${folder}/`;
}

function dotted(module: string): string {
  return module.replaceAll(/\\|::/g, '.').replace(/^\./, '');
}

function packageOf({ path, links }: CodeFile): string {
  if (links.language === 'go') return folderOf(path);
  // Their namespaces stand around code; names alone must do.
  if (links.language === 'ruby' || links.language === 'csharp') return '';
  return dotted(links.package);
}

/** Names by which a file may be imported from some root: all ends of its path. */
function tails({ path, links }: CodeFile): readonly string[] {
  if (links.language !== 'python' && links.language !== 'ruby') return [];
  const names = path
    .replace(/(?:\/__init__)?\.(?:pyi?|rb)$/, '')
    .split('/')
    .slice(-8);
  return names.map((_, at) => names.slice(at).join('/'));
}

function segments({ path, links }: CodeFile): readonly string[] {
  const names = path.replace(/\.\w+$/, '').split('/');
  return links.package === '' ? names : [...names, /^[^.\\]*/.exec(links.package)![0]];
}

function group(files: readonly CodeFile[], keys: (file: CodeFile) => readonly string[]): Map<string, CodeFile[]> {
  const groups = new Map<string, CodeFile[]>();
  for (const file of files) {
    for (const key of keys(file)) {
      const known = groups.get(key);
      if (known) known.push(file);
      else groups.set(key, [file]);
    }
  }
  return groups;
}
