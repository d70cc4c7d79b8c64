/**
 * How a command is written: a file in `commands/` exports one `Command` made by `defineCommand`. It says its name, help
 * and options as data, and `run` returns what to print and how to exit: only `main.ts` writes and exits.
 *
 * A command file imports at its top only this file and types. All else it imports inside `run`, so that
 * `plumb --version` and `--help` load nothing.
 */

/** One option. Without `value` it is a switch; a name that begins with `no-` turns something off. */
export interface Option {
  readonly help: string;
  /** What stands behind the option, as the help shows it: `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** The option may be given several times; its value is a list. */
  readonly many?: true;
  /** One letter. */
  readonly short?: string;
  /** Environment variable that stands in when the option is not given. */
  readonly env?: string;
}

type Text<O extends Option> = O extends { readonly choices: readonly (infer C)[] } ? C : string;

/** Options as `run` gets them, under their own names: `options['fail-on']`. */
export type Options<T extends Readonly<Record<string, Option>>> = {
  readonly [K in keyof T]: T[K] extends { readonly many: true }
    ? readonly Text<T[K]>[]
    : T[K] extends { readonly value: string }
      ? T[K] extends { readonly default: string }
        ? Text<T[K]>
        : Text<T[K]> | undefined
      : boolean;
};

/** An argument behind the command's name. */
export interface Argument {
  readonly name: string;
  readonly help: string;
  readonly required?: true;
  /** Takes all that follow. The last argument only. */
  readonly many?: true;
}

/** 0 all is well, 1 there are findings at the threshold, 2 the user's mistake or our failure. */
export type ExitCode = 0 | 1 | 2;

/** What a command has to say when it is done. */
export interface Outcome {
  /** For standard output, or for `file`. A last line break is added if there is none. */
  readonly text?: string;
  /** Where `text` goes instead. `-` is standard output. Relative to the current directory. */
  readonly file?: string | undefined;
  readonly exitCode: ExitCode;
}

/** One of the two output streams: what is on its other side. */
export interface Screen {
  readonly isTerminal: boolean;
  /** Units: characters in a line; 80 for a terminal that does not say, 100 for files and pipes. */
  readonly columns: number;
  /** Whether to print colours. NO_COLOR and FORCE_COLOR have been heard. */
  readonly color: boolean;
}

/** What a running command has of the world around it. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Screen;
  readonly err: Screen;
  /** Aborted when the user wants to stop: a command that waits ends then, and returns. */
  readonly signal: AbortSignal;
  /** A line on standard output now, for a command that keeps running. */
  readonly print: (line: string) => void;
  /** A line on standard error now: a warning, an explanation. */
  readonly note: (line: string) => void;
  /** Replaces the last line of standard error; nothing when it is no terminal. Empty text clears it. */
  readonly progress: (line: string) => void;
}

export interface Command {
  /** One word, or two for a command of a group: `db import`. */
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly arguments: readonly Argument[];
  readonly options: Readonly<Record<string, Option>>;
  /** Shape: command line and what it does. At least one. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Errors: a `UserError` is printed as one sentence and exits 2; anything else is our bug and says so. */
  readonly run: (
    args: readonly string[],
    options: Readonly<Record<string, unknown>>,
    terminal: Terminal,
  ) => Promise<Outcome>;
}

interface Definition<T extends Readonly<Record<string, Option>>> extends Omit<
  Command,
  'arguments' | 'options' | 'run'
> {
  readonly arguments?: readonly Argument[];
  readonly options?: T;
  readonly run: (args: readonly string[], options: Options<T>, terminal: Terminal) => Promise<Outcome>;
}

/** A command whose `run` knows the types of its options. */
export function defineCommand<const T extends Readonly<Record<string, Option>>>(definition: Definition<T>): Command {
  return {
    ...definition,
    arguments: definition.arguments ?? [],
    options: definition.options ?? {},
    // `main` builds the options from this very table.
    run: async (args, options, terminal) => definition.run(args, options as Options<T>, terminal),
  };
}
