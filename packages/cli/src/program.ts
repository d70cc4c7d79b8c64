import { Command as Program, CommanderError, Option as ProgramOption } from 'commander';
import type { Command, Option } from './command.ts';
import { commands, groups } from './commands/index.ts';

/** What the user typed, taken apart. */
export type Call =
  | { readonly is: 'run'; readonly command: Command; readonly args: readonly string[]; readonly options: Values }
  | { readonly is: 'said'; readonly out: string; readonly err: string; readonly exitCode: 0 | 2 };

type Values = Readonly<Record<string, unknown>>;

/** Takes a command line apart; help, the version and mistakes in it are answered with what to print. */
export function parse(
  argv: readonly string[],
  env: Env,
  { version, columns }: { readonly version: () => string; readonly columns: number },
): Call {
  let run: Call | undefined;
  let out = '';
  let err = '';
  const program = build((command, made) => {
    run = { is: 'run', command, args: made.args, options: valuesOf(made, command.options, env) };
  }, version);
  for (const it of [program, ...program.commands, ...program.commands.flatMap((group) => group.commands)]) {
    it.exitOverride().configureOutput({
      writeOut: (text) => (out += text),
      writeErr: (text) => (err += text),
      getOutHelpWidth: () => Math.min(columns, 110),
      getErrHelpWidth: () => Math.min(columns, 110),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  }
  try {
    program.parse(argv.length === 0 ? ['help'] : [...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error; // expected: help, the version, a mistake in the call
    return { is: 'said', out, err, exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  return run ?? { is: 'said', out, err, exitCode: 0 };
}

type OnRun = (command: Command, made: Program) => void;
type Env = Readonly<Record<string, string | undefined>>;

function build(onRun: OnRun, version: () => string): Program {
  const program = new Program('plumb')
    .description('Finds vulnerabilities in source code, libraries and running services.')
    .configureHelp({ showGlobalOptions: false })
    .helpCommand('help [command]', 'Show the help of a command')
    .option('-V, --version', 'Print the version')
    .helpOption('-h, --help', 'Show this help')
    .on('option:version', () => {
      program.configureOutput().writeOut?.(`${version()}\n`);
      throw new CommanderError(0, 'commander.version', 'version');
    });
  const parents = new Map<string, Program>();
  for (const command of commands) {
    const words = command.name.split(' ');
    const parent = words.length === 1 ? program : groupOf(program, parents, words[0]!);
    parent.addCommand(declare(command, words.at(-1)!, onRun));
  }
  return program;
}

function groupOf(program: Program, known: Map<string, Program>, word: string): Program {
  const group =
    known.get(word) ?? new Program(word).description(groups[word] ?? '').helpOption('-h, --help', 'Show this help');
  if (!known.has(word)) program.addCommand(group);
  known.set(word, group);
  return group;
}

function declare(command: Command, word: string, onRun: OnRun): Program {
  const { summary, description = summary, options } = command;
  const made = new Program(word)
    .summary(summary)
    .description(flowing(description))
    .helpOption('-h, --help', 'Show this help');
  for (const { name, help, required, many } of command.arguments) {
    const shown = many ? `${name}...` : name;
    made.argument(required ? `<${shown}>` : `[${shown}]`, help);
  }
  for (const [name, option] of Object.entries(options)) made.addOption(optionOf(name, option));
  const width = Math.max(...command.examples.map(([line]) => line.length));
  const examples = command.examples.map(
    ([line, what]) => `  ${width > 60 ? `# ${what}\n  ${line}` : `${line.padEnd(width)}   ${what}`}`,
  );
  made.addHelpText('after', `\nExamples:\n${examples.join('\n')}\n`);
  made.action(() => onRun(command, made));
  return made;
}

/** Line breaks inside a paragraph are those of the source text: the help has its own. */
function flowing(text: string): string {
  return text.replaceAll(/(?<!\n)\n(?!\n)/g, ' ');
}

function optionOf(name: string, { help, value, choices, default: standard, many, short, env }: Option): ProgramOption {
  const flags = `${short ? `-${short}, ` : ''}--${name}${value ? ` <${value}>` : ''}`;
  const made = new ProgramOption(flags, env ? `${help} (or ${env})` : help);
  if (choices) made.choices(choices);
  if (standard !== undefined) made.default(standard);
  // `argParser` takes the place of the check that `choices` sets; a list with choices would need both.
  if (many) made.argParser((it: string, before: readonly string[] | undefined) => [...(before ?? []), it]);
  return made;
}

/** Under the names that the command gave them: commander writes `failOn`, and `defaultRules: false`. */
function valuesOf(made: Program, options: Command['options'], env: Env): Values {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      const found: unknown = made.getOptionValue(camel(name.replace(/^no-/, '')));
      if (option.value === undefined) return [name, name.startsWith('no-') ? found === false : found === true];
      const value = found ?? (option.env === undefined ? undefined : env[option.env]);
      return [name, option.many ? (value ?? []) : value];
    }),
  );
}

function camel(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
