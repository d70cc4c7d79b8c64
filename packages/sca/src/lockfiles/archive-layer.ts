import { nowhere, purlOf, type Ecosystem, type Package } from '@plumbline/core';
import type { Budget } from '../archives/budget.ts';
import type { ByteSource } from '../archives/byte-source.ts';
import type { Inflate } from '../archives/open-zip.ts';
import type { ArchiveKind } from './archive-kinds.ts';
import type { Problems } from './lockfile.ts';

/** An archive or program that is to be looked into: the file itself, or what lies in it. */
export interface Layer {
  readonly is: ArchiveKind | 'program';
  /** Its file's name alone. */
  readonly name: string;
  /** Where it is in the file, as locations have it; empty for the file itself. */
  readonly inside: string;
  readonly depth: number;
  /** The package that it is in: what is in here is there for that one. */
  readonly within: string | undefined;
  /** A deps.json of .NET lies beside it: what is in that folder is listed there. */
  readonly isListed: boolean;
  /** Unpacks it; undefined when that cannot be done, which was told. */
  readonly open: () => ByteSource | undefined;
}

/** What was found in a layer. The packages have their edges to what lies deeper once all is read. */
export interface Contents {
  readonly packages: readonly Package[];
  /** The package that the layer is itself. */
  readonly itself: string | undefined;
  readonly layers: readonly Layer[];
}

/** Which package an archive is, from texts in it. What is wanted is asked for by the names of the entries. */
export interface Itself {
  readonly isWanted: (name: string) => boolean;
  readonly read: (
    texts: ReadonlyMap<string, string>,
    layer: Layer,
    path: string,
  ) => Pick<Contents, 'packages' | 'itself'>;
}

/** What all layers of a file share. */
export interface Opening {
  /** Of the file, in the project. */
  readonly path: string;
  readonly budget: Budget;
  readonly inflate: Inflate | undefined;
  readonly problems: Problems;
}

/** A package as an archive or program tells it. */
export interface Held {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version: string;
  /** Where it is told, as locations have it; empty for the file itself. */
  readonly inside: string;
  readonly origin?: Package['origin'];
  readonly scopes?: Package['scopes'];
  readonly licenses?: readonly string[];
  readonly guessed?: boolean;
}

export function packageIn(path: string, held: Held): Package {
  const { ecosystem, name, version, inside, origin = 'registry', scopes = ['runtime'], licenses = [] } = held;
  return {
    id: `${path}#${name}@${version}${inside === '' ? '' : ` in ${inside}`}`,
    purl: purlOf(ecosystem, name, version),
    ecosystem,
    name,
    version,
    origin,
    scopes,
    direct: true,
    location: { file: path, ...(inside !== '' && { inside }), ...nowhere },
    ...(held.guessed === true && { guessed: true }),
    licenses,
    dependencies: [],
  };
}

/** The path of something in a layer, as locations have it. */
export function insideOf({ inside }: Pick<Layer, 'inside'>, name: string): string {
  return inside === '' ? name : `${inside}!/${name}`;
}

/** How a problem calls something in a file: as its location does. */
export function shownIn(inside: string): string {
  return inside === '' ? 'It' : JSON.stringify(inside.slice(-300));
}
