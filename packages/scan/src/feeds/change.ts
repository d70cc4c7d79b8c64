/**
 * How a store changes. What is added is written into a new pack that lies over the first; when it grows beyond a
 * twentieth of it, or a source is taken anew, both become one. The manifest is put in place last, in one step.
 */
import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOsv, type OsvRecord } from '@plumbline/sca';
import { OutputFile } from './output-file.ts';
import { filesOf, manifestName, storeVersion, type Manifest, type Pack, type Source } from './pack-format.ts';
import type { PackReader } from './pack-reader.ts';
import { PackWriter } from './pack-writer.ts';
import { manifestIn, openAdvisories, type AdvisoryStore } from './store.ts';

/** Share of the first pack above which the second is no longer kept apart. */
const largestOverlay = 1 / 20;

export interface ChangeOptions {
  readonly folder: string;
  readonly now: Date;
  /** Forgets all that was there. */
  readonly replace?: boolean | undefined;
  /** Sources whose earlier records go: all that they have now is added. */
  readonly anew?: ReadonlySet<string>;
}

/** What became of a record: one that was not there, a newer state of one that was, neither. */
export type Taken = 'new' | 'newer' | 'not';

function isKept(
  known: { readonly modified: string; readonly source: string },
  modified: string,
  source: string,
): boolean {
  return known.modified > modified || (known.modified === modified && known.source !== source);
}

/** A change that is under way. */
export class StoreChange {
  readonly #options: ChangeOptions;
  readonly #before: AdvisoryStore | undefined;
  readonly #writer: PackWriter;
  readonly #sources: Map<string, Source>;
  readonly #data: Map<string, Manifest['data'][string]>;
  /** The first pack that was there, while the new one lies over it. */
  #base: PackReader | undefined;
  /** Packs whose records the new one has still to take in. */
  #below: readonly PackReader[];
  #states: ReturnType<PackReader['states']> | undefined;
  #isChanged: boolean;

  private constructor(options: ChangeOptions, before: AdvisoryStore | undefined, writer: PackWriter) {
    const isAnew = (options.anew?.size ?? 0) > 0;
    this.#options = options;
    this.#before = before;
    this.#writer = writer;
    this.#sources = new Map(before?.manifest.sources.map((it) => [it.name, it]));
    this.#data = new Map(Object.entries(before?.manifest.data ?? {}));
    this.#base = isAnew ? undefined : before?.packs[0];
    // The newer states first: older ones are not taken after them.
    this.#below = before?.packs.toReversed() ?? [];
    this.#isChanged = isAnew || before === undefined;
  }

  /** Errors: `archive-invalid` when what is there is damaged and is to be kept. */
  static async begin(options: ChangeOptions): Promise<StoreChange> {
    const before = options.replace === true ? undefined : openAdvisories(options.folder);
    await removeLeftovers(options.folder);
    return new StoreChange(options, before, await PackWriter.create(options.folder));
  }

  /** Takes a record, but for an older state of a known one, and for the same state from another source. */
  async add(record: OsvRecord, text: string, source: string): Promise<Taken> {
    if (!this.#isChanged) await this.#open();
    const known = this.#writer.has(record.id) ? undefined : this.#states?.get(record.id);
    if (known && isKept(known, record.modified, source)) return 'not';
    const isKnown = known !== undefined || this.#writer.has(record.id);
    const isTaken = await this.#writer.add(record, text, source);
    if (this.#base && this.#writer.size > this.#base.pack.records * largestOverlay) {
      this.#base = undefined;
      this.#states = undefined;
      await this.#takeIn(this.#below);
      this.#below = [];
    }
    return !isTaken ? 'not' : isKnown ? 'newer' : 'new';
  }

  /** What lay over the first pack is part of what will. */
  async #open(): Promise<void> {
    this.#isChanged = true;
    if (!this.#base) return;
    await this.#takeIn(this.#below.filter((it) => it !== this.#base));
    this.#below = [this.#base];
    this.#states = this.#base.states();
  }

  async #takeIn(packs: readonly PackReader[]): Promise<void> {
    for (const pack of packs) {
      for (const { text, source } of pack.texts()) {
        const record = this.#options.anew?.has(source) === true ? undefined : readOsv(text);
        if (record && !('reason' in record) && !this.#writer.knows(record))
          await this.#writer.add(record, text, source);
      }
    }
  }

  /** Says what was fetched or imported. */
  tell(source: Source): void {
    this.#sources.set(source.name, source);
  }

  source(name: string): Source | undefined {
    return this.#sources.get(name);
  }

  /** Puts a file beside the packs, in place of the one of that name. */
  async put(name: string, bytes: Buffer, extension: string): Promise<void> {
    const file = await OutputFile.create(this.#options.folder, name, extension);
    await file.write(bytes);
    this.#data.set(name, await file.close());
  }

  /** Writes the rest and puts the new state in place of the old. */
  async finish(): Promise<Manifest> {
    const { folder, now } = this.#options;
    const state = await this.#packs();
    this.#before?.close();
    const manifest: Manifest = {
      version: storeVersion,
      builtAt: now.toISOString(),
      ...state,
      sources: [...this.#sources.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      data: Object.fromEntries(this.#data),
    };
    await putInPlace(folder, manifest);
    return manifest;
  }

  async #packs(): Promise<Pick<Manifest, 'packs' | 'newest' | 'records' | 'packages' | 'ecosystems'>> {
    if (!this.#isChanged && this.#before) {
      await this.#writer.abandon();
      const { packs, newest, records, packages, ecosystems } = this.#before.manifest;
      return { packs, newest, records, packages, ecosystems };
    }
    if (!this.#base) await this.#takeIn(this.#below);
    const counts = this.#writer.countsBeside(this.#base);
    const pack = await this.#writer.finish();
    const packs: Pack[] = this.#base ? [this.#base.pack, pack] : [pack];
    return {
      packs,
      newest:
        packs
          .map((it) => it.newest)
          .toSorted()
          .at(-1) ?? '',
      ...counts,
    };
  }

  /** Removes what was written so far. */
  async abandon(): Promise<void> {
    this.#before?.close();
    await this.#writer.abandon();
  }
}

/** What a change that was killed has left, once it is sure to be dead; downloads may go on for a week. */
async function removeLeftovers(folder: string): Promise<void> {
  const day = 86_400_000;
  for (const name of await readdir(folder)) {
    const age = Date.now() - (await stat(join(folder, name))).mtimeMs;
    if ((name.endsWith('.tmp') && age > day) || (/\.part(?:\.json)?$/.test(name) && age > 7 * day)) {
      await rm(join(folder, name), { force: true });
    }
  }
}

/** The new manifest replaces the old in one step; only then the old files go. */
export async function putInPlace(folder: string, manifest: Manifest): Promise<void> {
  const before = manifestIn(folder);
  const temporary = join(folder, `manifest-${randomUUID()}.tmp`);
  await writeFile(temporary, `${JSON.stringify(manifest, undefined, 2)}\n`);
  await rename(temporary, join(folder, manifestName));
  const kept = new Set(filesOf(manifest).map((it) => it.name));
  for (const { name } of before ? filesOf(before) : []) {
    if (!kept.has(name)) await rm(join(folder, name), { force: true });
  }
}
