import type { Model, Rule } from '@plumbline/catalog';
import type { FileLinks, Finding, Problem } from '@plumbline/core';
import { appliesTo } from './findings/applies-to.ts';
import { flowFindings, secretFinding, useFindings, type FileFacts } from './findings/finding.ts';
import { withoutEchoes } from './findings/echoes.ts';
import { takenOut, type Taken } from './findings/extract.ts';
import type { JoinPart } from './findings/join.ts';
import { joinPart, patternFinding } from './findings/pattern-finding.ts';
import { createPatternRules, type PatternRules, type SeenPatterns } from './findings/pattern-rules.ts';
import { linesOf, type Lines } from './findings/lines.ts';
import { secretRulesOf, secretsIn, type SecretRules } from './findings/secret-rules.ts';
import { everywhere, merged, type Secret, withoutSecrets } from './findings/secrets.ts';
import { embeddedIn, type Embedded } from './embedded/index.ts';
import { placed } from './embedded/place.ts';
import { buildIr } from './ir/build.ts';
import type { Ir } from './ir/ir.ts';
import { languageOf, languages } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import { endOf, hasError, isExtra, kindNameOf, startOf, type FlatTree } from './parse/flat-tree.ts';
import type { GrammarName, WasmGrammar } from './parse/grammars.ts';
import { createParser, type Parsed, type Parser } from './parse/parser.ts';
import type { WasmCode } from './parse/wasm-api.ts';
import { createFront, mayHaveTypes, type Meter } from './patterns/index.ts';
import { cutEmbedded, cutProblems, patternProblems, unreadIn, unreadProblem } from './problems.ts';
import { hasLinks, linksOf } from './reach/links.ts';
import { columnsOf, type Columns } from './resolve/columns.ts';
import { knowledgeOf, type Knowledge } from './resolve/knowledge.ts';
import { Program } from './taint/program.ts';
import { Lowerer } from './tree/lower.ts';
import { prepare } from './tree/plan.ts';
import { Texts } from './tree/texts.ts';
import type { Tree } from './tree/tree.ts';

/**
 * What an analyser needs, as values: it does not read files itself.
 *
 * Shape: `core` = the parser's WASM core; `grammar` = a grammar's WASM by the name in its table: bytes, or the module
 *        compiled from them, which workers share.
 */
export interface AnalyserInput {
  readonly core: WasmCode;
  readonly grammar: (name: WasmGrammar) => WasmCode;
  readonly rules: readonly Rule[];
  readonly models: readonly Model[];
  /** `YYYY-MM-DD`, for rules that ask what day it is; what they say of it does not hold when it is left out. */
  readonly today?: string | undefined;
  /** Hears what every rule of patterns takes in every file: for who wants to know. */
  readonly meter?: Meter | undefined;
  /** Whether to tell how files hang together. */
  readonly links?: boolean | undefined;
}

/** A stretch of a text. Units: indices into the JavaScript string; `end` is behind the last character. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What one file gave.
 *
 * Shape: findings are complete but for suppressions, sorted by place and rule; `language` is undefined for files that
 *        no table knows: rules for every language (secrets) look at them all the same. `comments` in order, from the
 *        tree, so that a string which looks like one is none: `scan/suppress` reads them. Undefined without a tree.
 */
export interface Analysis {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly language: string | undefined;
  readonly lines: number;
  /** Lines of these that the grammar could not read. */
  readonly unread: number;
  readonly comments: readonly Stretch[] | undefined;
  /** What rules of mode `join` have found here: `joinFindings` says what of it are findings. */
  readonly parts: readonly JoinPart[];
  /** Of the file and of the code embedded in it, where it was asked for and the language's links are known. */
  readonly links: readonly FileLinks[];
}

/** Reads one file after the other. Pure and synchronous: no clock, no input but its own. */
export interface Analyser {
  readonly analyse: (file: { readonly path: string; readonly text: string }) => Analysis;
}

/** What rules and models come to for one language. */
interface Expertise {
  readonly columns: Columns;
  readonly knowledge: Knowledge;
  readonly secrets: SecretRules;
  /** Whether following values can find anything. */
  readonly follows: boolean;
  /** Whether its links to other files are asked for. */
  readonly links: boolean;
}

export function createAnalyser(input: AnalyserInput): Analyser {
  const reader = new Reader(input);
  return { analyse: (file) => reader.analyse(file) };
}

class Reader {
  readonly #input: AnalyserInput;
  readonly #parser: Parser;
  readonly #texts = new Texts();
  readonly #lowerers = new Map<GrammarName, Lowerer>();
  readonly #experts = new Map<string, Expertise>();
  readonly #patterns: PatternRules;

  constructor(input: AnalyserInput) {
    this.#input = input;
    this.#parser = createParser(input);
    this.#patterns = createPatternRules(input.rules, createFront(this.#parser, this.#texts), input);
  }

  analyse({ path, text }: { readonly path: string; readonly text: string }): Analysis {
    const language = languageOf(path, text);
    const expert = this.#expertiseOf(language);
    const parsed = this.#treeOf(language, text);
    const flat = parsed?.is === 'tree' ? parsed.tree : undefined;
    const tree = this.#lowered(language, flat, expert);
    const matched = this.#patterns.seenIn({ path, text, language, tree });
    const ir = tree && isFollowed(expert, matched) ? buildIr(tree) : undefined;
    const seen = secretsIn(path, text, expert.secrets);
    const own = look({ path, text, ir, expert, matched, seen, models: language?.models ?? '' });
    const whole = (): Tree | undefined => tree ?? (language && flat && this.#lowererOf(language).lower(flat));
    const { embedded, cut } = embeddedIn({ path, text, flat, tree: whole });
    const around = { path, text, secrets: own.secrets };
    const inner = [
      ...embedded.map((it) => this.#lookInto(it, around)),
      ...matched.extracted.flatMap((it) => takenOut(text, it)).map((it) => this.#lookAtTaken(it, around)),
    ];
    const unread = unreadIn(parsed, own.lines, path);
    const others = [...inner.flatMap((it) => it.problems), ...(cut ? [cutEmbedded(path)] : [])];
    return {
      findings: withoutEchoes(distinct([own, ...inner].flatMap((it) => it.findings)), this.#input.rules),
      problems: [...unread.problems, ...own.problems, ...others],
      language: language?.name,
      lines: own.lines.count,
      unread: unread.lines,
      comments: commentsOf(flat, inner),
      parts: [own, ...inner].flatMap((it) => it.parts),
      links: [own, ...inner].flatMap((it) => it.links),
    };
  }

  /** Findings in what a file has of another language, in its own. */
  #lookInto(item: Embedded, { path, text, secrets }: Around): Inner {
    const language = languages.find((it) => it.name === item.language);
    const expert = this.#expertiseOf(language);
    if (!language || !this.#isRead(language, expert)) return nothing;
    const parsed = this.#treeOf(language, item.text);
    if (parsed?.is !== 'tree') return { ...nothing, problems: parsed ? [{ ...parsed.problem, file: path }] : [] };
    const tree = this.#lowered(language, parsed.tree, expert);
    const here = tree && placed(tree, item);
    const matched = this.#patterns.seenIn({ path, text: item.masked, language, tree: here, embedded: true });
    const ir = here && isFollowed(expert, matched) ? buildIr(here) : undefined;
    const seen = { secrets, matches: [] };
    const { findings, problems, parts, links } = look({
      path,
      text,
      ir,
      expert,
      matched,
      seen,
      models: language.models,
    });
    const comments = commentsIn(parsed.tree).map(({ start, end }) => {
      return { start: item.placeOf(start), end: item.placeOf(end - 1) + 1 };
    });
    return { findings, problems, comments, parts, links };
  }

  /** The same of what a rule takes out, by the rules that it names. */
  #lookAtTaken({ code, isFor }: Taken, around: Around): Inner {
    const inner = this.#lookInto(code, around);
    return { ...inner, findings: inner.findings.filter((it) => isFor(it.rule)), comments: [], links: [] };
  }

  #lowererOf(language: Language): Lowerer {
    const found = this.#lowerers.get(language.grammar);
    if (found) return found;
    const made = new Lowerer(prepare(language.table, this.#parser.grammar(language.grammar), this.#texts));
    this.#lowerers.set(language.grammar, made);
    return made;
  }

  #expertiseOf(language: Language | undefined): Expertise {
    const name = language?.name ?? '';
    const found = this.#experts.get(name);
    if (found) return found;
    const made = expertise(this.#input, language);
    this.#experts.set(name, made);
    return made;
  }

  #treeOf(language: Language | undefined, text: string): Parsed | undefined {
    if (!language) return undefined;
    const parsed = this.#parser.parse(text, language.grammar);
    if (language.grammar !== 'javascript' || parsed.is !== 'tree' || !mayHaveTypes(text, parsed.tree)) return parsed;
    const typed = this.#parser.parse(text, 'tsx');
    return typed.is === 'tree' && !hasError(typed.tree, 0) ? typed : parsed;
  }

  #isRead({ name }: Language, { follows, links }: Expertise): boolean {
    return follows || links || this.#patterns.reads(name);
  }

  /** The normalised tree, where any rule asks for it. */
  #lowered(language: Language | undefined, flat: FlatTree | undefined, expert: Expertise): Tree | undefined {
    if (!language || !flat || !this.#isRead(language, expert)) return undefined;
    const spoken = languages.find((it) => it.grammar === flat.grammar.name) ?? language;
    return this.#lowererOf(spoken).lower(flat);
  }
}

/** The file that embedded code stands in. */
interface Around {
  readonly path: string;
  readonly text: string;
  readonly secrets: readonly Secret[];
}

interface Inner {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly comments: readonly Stretch[];
  readonly parts: readonly JoinPart[];
  readonly links: readonly FileLinks[];
}

const nothing: Inner = { findings: [], problems: [], comments: [], parts: [], links: [] };

/** In the order of the file; a rule that sees a place in two languages has one finding there. */
function distinct(findings: readonly Finding[]): Finding[] {
  const placeOf = ({ rule, location: { start, end }, message }: Finding): string =>
    `${rule} ${start.line}:${start.column}-${end.line}:${end.column} ${message}`;
  return [...new Map(findings.map((it) => [placeOf(it), it])).values()].toSorted(byPlace);
}

function commentsOf(flat: FlatTree | undefined, inner: readonly Inner[]): readonly Stretch[] | undefined {
  const more = inner.flatMap((it) => it.comments);
  if (more.length === 0) return flat && commentsIn(flat);
  return [...(flat ? commentsIn(flat) : []), ...more].toSorted((a, b) => a.start - b.start);
}

/** A match of a pattern needs the functions of its file, too: they name its place. */
function isFollowed({ follows, links }: Expertise, { matches, joined }: SeenPatterns): boolean {
  return follows || links || matches.length + joined.length > 0;
}

function expertise({ rules, models, links = false }: AnalyserInput, language: Language | undefined): Expertise {
  const own = rules.filter((it) => appliesTo(it, language?.name));
  const columns = columnsOf(own);
  const known = models.filter((it) => it.language === language?.models);
  const follows = known.length > 0 && own.some((it) => it['sink-kinds'] !== undefined || it['use-kinds'] !== undefined);
  return {
    columns,
    knowledge: knowledgeOf(known, columns),
    secrets: secretRulesOf(own),
    follows,
    links: links && hasLinks(language?.models ?? ''),
  };
}

interface Looking {
  readonly path: string;
  readonly text: string;
  readonly ir: Ir | undefined;
  readonly expert: Expertise;
  readonly matched: SeenPatterns;
  readonly seen: ReturnType<typeof secretsIn>;
  readonly models: string;
}

interface Seen {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly lines: Lines;
  /** Of the whole file. */
  readonly secrets: readonly Secret[];
  readonly parts: readonly JoinPart[];
  readonly links: readonly FileLinks[];
}

function look({ path, text, ir, expert, matched, seen, models }: Looking): Seen {
  const { columns, knowledge } = expert;
  const lines = linesOf(text);
  const secrets = everywhere(text, merged([...seen.secrets, ...matched.secrets]));
  const facts: FileFacts = { file: path, text, lines, secrets, ir };
  const findings = seen.matches.map((it) => secretFinding(facts, it));
  findings.push(...matched.matches.map((it) => patternFinding(facts, it)));
  const problems: Problem[] = patternProblems(matched, path);
  if (ir && expert.follows) {
    const { hits, uses, cuts } = new Program({ ir, models, knowledge, columns }).run();
    findings.push(...flowFindings(facts, columns, hits), ...useFindings(facts, columns, uses));
    problems.push(...cutProblems(cuts, ir, lines, path));
    if (ir.unread.length > 0) problems.push(unreadProblem(ir, lines, path));
  }
  const shown = secrets.length === 0 ? findings : withoutSecrets(findings, text, secrets);
  const parts = matched.joined.map((it) => joinPart(facts, it));
  const links = ir && expert.links ? [linksOf({ ir, language: models, knowledge, lines })] : [];
  return { findings: shown, problems, lines, secrets, parts, links };
}

function byPlace(a: Finding, b: Finding): number {
  const [x, y] = [a.location, b.location];
  return (
    x.start.line - y.start.line ||
    x.start.column - y.start.column ||
    x.end.line - y.end.line ||
    x.end.column - y.end.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

function commentsIn(tree: FlatTree): Stretch[] {
  const found: Stretch[] = [];
  for (let node = 0; node < tree.size; node++) {
    const kind = kindNameOf(tree, node);
    // XML's are content.
    if (kind === 'Comment' || (isExtra(tree, node) && kind.includes('comment'))) {
      found.push({ start: startOf(tree, node), end: endOf(tree, node) });
    }
  }
  return found;
}
