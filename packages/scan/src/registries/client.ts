import { gunzipSync } from 'node:zlib';
import { UserError } from '@plumbline/core';
import { questionKey, type Answer, type Answers, type Question, type QuestionKind } from '@plumbline/sca';
import { fetchBytes, type Web } from '../feeds/index.ts';
import { formats, type QuestionFormat } from './formats.ts';
import { keep, readKept, type Kept } from './kept.ts';
import { localPom } from './maven-local.ts';
import type { KnownRegistry, RegistryPlaces } from './places.ts';
import { sdistMetadata } from './sdist.ts';
import { wheelMetadata } from './wheel.ts';

export interface RegistryOptions {
  /** Absolute: where answers are kept (`registriesFolder`). */
  readonly folder: string;
  readonly places: RegistryPlaces;
  /** What is needed to ask; without it only what was kept is known. */
  readonly fetch?: { readonly web: Web; readonly now: Date } | undefined;
  /** Hears how many questions have an answer, and how many wait for one. */
  readonly onProgress?: ((done: number, waiting: number) => void) | undefined;
}

/** Units: bytes. The largest known answer has 60 MB. */
const largest = 256 * 1024 * 1024;
/** Units: milliseconds. An answer is asked for again after a day. */
const freshFor = 86_400_000;
/** Questions under way at a time: nobody's registry is to suffer from us. */
const mostAtOnce = 6;
/** After so many failures of the connection without an answer between them an address is not asked any more. */
const mostFailures = 3;

/**
 * Asks registries, politely: few questions at a time, none twice. Answers are kept; what changes is asked for again after a
 * day, and then only sent when it has changed.
 */
export class RegistryClient {
  readonly #options: RegistryOptions;
  readonly #answers = new Map<string, Answer<unknown>>();
  /** Failures of each address since its last answer. */
  readonly #failures = new Map<string, number>();

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** What is known so far. */
  answer<K extends QuestionKind>(question: Question<K>): Answer<Answers[K]> | undefined {
    // What is kept under a key was read by the format of its kind.
    return this.#answers.get(questionKey(question)) as Answer<Answers[K]> | undefined;
  }

  /** Asks all of them. Errors: whatever aborted it; a registry that does not answer is an answer, too. */
  async ask(questions: readonly Question[]): Promise<void> {
    const waiting = questions.filter((it) => !this.#answers.has(questionKey(it)));
    let done = 0;
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let it = waiting[next++]; it; it = waiting[next++]) {
        this.#answers.set(questionKey(it), await this.#find(it));
        done += 1;
        this.#options.onProgress?.(done, waiting.length - done);
      }
    };
    await Promise.all(Array.from({ length: mostAtOnce }, worker));
  }

  async #find<K extends QuestionKind>(question: Question<K>): Promise<Answer<Answers[K]>> {
    const format: QuestionFormat<Answers[K]> = formats[question.is];
    const { places, folder, fetch } = this.#options;
    const local = question.is === 'maven-pom' ? localPom(places.mavenLocal, question) : undefined;
    const own = local === undefined ? undefined : format.read(local, '');
    if (own !== undefined) return { is: 'known', value: own };
    const kept = usable(readKept(folder, questionKey(question)), format);
    if (!fetch)
      return kept ? answerOf(kept) : { is: 'absent', reason: 'it was not asked before, and nobody is asked now' };
    const urls = urlsFor(question, format, places);
    if (kept && isFresh(kept, urls, format, fetch.now)) return answerOf(kept);
    const found = await this.#fetch(urls, { question, format, kept });
    return found.is === 'absent' && kept?.value !== undefined ? answerOf(kept) : found;
  }

  /** The first address that has it. That none has it is kept, too. */
  async #fetch<T>(urls: readonly Address[], task: Task<T>): Promise<Answer<T>> {
    const { registry } = task.format;
    const reasons: string[] = [];
    for (const it of urls) {
      const found = await this.#at(it, task);
      if (found.is === 'known') return found;
      reasons.push(found.reason);
    }
    const reason = reasons.find((it) => it !== notThere.reason) ?? notThere.reason;
    if (urls.length === 0) return { is: 'absent', reason: noAddress(registry) };
    if (reason === notThere.reason) this.#keep(task.question, { url: joined(urls) });
    return { is: 'absent', reason };
  }

  async #at<T>({ base, url }: Address, { question, format, kept }: Task<T>): Promise<Answer<T>> {
    const { web } = this.#options.fetch!;
    if ((this.#failures.get(base) ?? 0) >= mostFailures)
      return { is: 'absent', reason: 'its registry does not answer' };
    try {
      const known = kept?.url === withoutUser(url) && kept.value !== undefined ? kept : undefined;
      const user = url.startsWith(originOf(base)) ? userOf(base) : {};
      if (/\.(?:whl|tar\.gz)$/.test(url)) return await this.#inFile({ base, url }, user, { question, format, kept });
      const headers = { accept: format.accept, 'accept-encoding': 'gzip', ...user };
      const { fetched, bytes } = await fetchBytes({ url: withoutUser(url), most: largest, known, headers }, web);
      this.#failures.set(base, 0);
      if (fetched.is === 'same') {
        this.#keep(question, kept!);
        return answerOf(kept as Usable<T>);
      }
      const value = format.read(textOf(bytes), withoutUser(url));
      if (value === undefined) return { is: 'absent', reason: 'what answers is no such registry' };
      this.#keep(question, { url: withoutUser(url), ...fetched.validators, value });
      return { is: 'known', value };
    } catch (error) {
      return this.#failed(error, base);
    }
  }

  /** Metadata that are nowhere but in the package itself. */
  async #inFile<T>(
    { base, url }: Address,
    user: Readonly<Record<string, string>>,
    { question, format }: Task<T>,
  ): Promise<Answer<T>> {
    const { web } = this.#options.fetch!;
    const read = url.endsWith('.whl') ? wheelMetadata : sdistMetadata;
    const text = await read(withoutUser(url), user, web);
    this.#failures.set(base, 0);
    const value = text === undefined ? undefined : format.read(text, url);
    if (value === undefined)
      return { is: 'absent', reason: url.endsWith('.whl') ? 'its wheel cannot be read' : 'it would have to be built' };
    this.#keep(question, { url: withoutUser(url), value });
    return { is: 'known', value };
  }

  #keep(question: Question, kept: Omit<Kept, 'at'>): void {
    keep(this.#options.folder, questionKey(question), { ...kept, at: this.#options.fetch!.now.toISOString() });
  }

  #failed(error: unknown, base: string): Answer<never> {
    // Expected: what is private, gone, or not reached. Whoever stops us stops all of it.
    if (!(error instanceof UserError) || this.#options.fetch?.web.signal?.aborted) throw error;
    const { message } = (error as UserError<'download-failed'>).detail;
    const status = /^it answers (\d{3})/.exec(message)?.[1] ?? '';
    const isDown = status === '' || status.startsWith('5');
    this.#failures.set(base, isDown ? (this.#failures.get(base) ?? 0) + 1 : 0);
    return Object.hasOwn(meanings, status) ? meanings[status]! : { is: 'absent', reason: message };
  }
}

const notThere = { is: 'absent', reason: 'the registry has none' } as const;
const hidden = { is: 'absent', reason: 'it is private, or may not be seen from here' } as const;

/** What some answers of a server mean. */
const meanings: Readonly<Record<string, Answer<never>>> = { 401: hidden, 403: hidden, 404: notThere, 410: notThere };

/** Where something may be: the registry's address as it was given, and what to ask for. */
interface Address {
  readonly base: string;
  readonly url: string;
}

interface Task<T> {
  readonly question: Question;
  readonly format: QuestionFormat<T>;
  readonly kept: Usable<T> | undefined;
}

/** What was kept and is an answer still. */
type Usable<T> = Omit<Kept, 'value'> & { readonly value?: T };

function usable<T>(kept: Kept | undefined, format: QuestionFormat<T>): Usable<T> | undefined {
  if (!kept) return undefined;
  const { value, ...rest } = kept;
  if (value === undefined) return rest;
  return format.isKept(value) ? { ...rest, value } : undefined;
}

function answerOf<T>({ value }: Usable<T>): Answer<T> {
  return value === undefined ? notThere : { is: 'known', value };
}

function isFresh<T>(
  { at, url, value }: Usable<T>,
  urls: readonly Address[],
  { isFinal }: QuestionFormat<T>,
  now: Date,
): boolean {
  const isTheirs = value === undefined ? url === joined(urls) : urls.some((it) => withoutUser(it.url) === url);
  return isTheirs && ((isFinal === true && value !== undefined) || now.getTime() - Date.parse(at) < freshFor);
}

function joined(urls: readonly Address[]): string {
  return urls.map((it) => withoutUser(it.url)).join(' ');
}

function urlsFor<T>(
  question: Question,
  { registry, url: urlOf }: QuestionFormat<T>,
  places: RegistryPlaces,
): readonly Address[] {
  return basesFor(question, registry, places).flatMap((base) => {
    const url = urlOf(withoutUser(base).replace(/\/+$/, ''), question);
    return url === undefined ? [] : [{ base, url }];
  });
}

function basesFor(
  { name, is }: Question,
  registry: KnownRegistry,
  { urls, scopes }: RegistryPlaces,
): readonly string[] {
  const scope = is === 'npm' && name.startsWith('@') ? name.slice(0, Math.max(0, name.indexOf('/'))) : '';
  if (scope !== '' && Object.hasOwn(scopes, scope)) return [scopes[scope]!];
  return urls[registry] ?? [];
}

function noAddress(registry: KnownRegistry): string {
  return `no address of a registry for ${registry} is known (--registry ${registry}=URL, or registries in plumbline.yaml)`;
}

function textOf(bytes: Buffer): string {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? unpacked(bytes) : bytes).toString('utf8');
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch {
    return Buffer.alloc(0); // expected: damaged, or larger than it may be; nothing can be read of it
  }
}

/** User and password of an address, as a server wants to hear of them. */
function userOf(url: string): Readonly<Record<string, string>> {
  const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function originOf(base: string): string {
  return URL.canParse(base) ? `${new URL(base).origin}/` : base;
}

function withoutUser(url: string): string {
  if (!URL.canParse(url)) return url;
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href;
}
