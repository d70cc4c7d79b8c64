import type { Grammar } from '../flat-tree.ts';

/** Every instruction of a Dockerfile by its word. */
export const instructions = {
  FROM: 'from_instruction',
  RUN: 'run_instruction',
  CMD: 'cmd_instruction',
  ENTRYPOINT: 'entrypoint_instruction',
  SHELL: 'shell_instruction',
  ENV: 'env_instruction',
  LABEL: 'label_instruction',
  ARG: 'arg_instruction',
  EXPOSE: 'expose_instruction',
  USER: 'user_instruction',
  WORKDIR: 'workdir_instruction',
  VOLUME: 'volume_instruction',
  COPY: 'copy_instruction',
  ADD: 'add_instruction',
  HEALTHCHECK: 'healthcheck_instruction',
  ONBUILD: 'onbuild_instruction',
  STOPSIGNAL: 'stopsignal_instruction',
  MAINTAINER: 'maintainer_instruction',
} as const;
export type Keyword = keyof typeof instructions;

const plainInstruction = Object.values(instructions).map((it) => [it, [] as readonly string[]] as const);

/** The types of nodes that a Dockerfile has beside those of the shell in it, with their fields. */
export const dockerfileNodes: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(plainInstruction),
  source_file: [],
  from_instruction: ['option', 'image', 'tag', 'digest', 'alias'],
  run_instruction: ['option'],
  copy_instruction: ['option'],
  add_instruction: ['option'],
  healthcheck_instruction: ['option'],
  user_instruction: ['user', 'group'],
  arg_instruction: ['key', 'value'],
  label_instruction: ['key', 'value'],
  env_pair: ['key', 'value'],
  option: ['key', 'value'],
  settings: [],
  setting: ['key', 'value'],
  key: [],
  shell_form: [],
  exec_form: [],
  plain: [],
  quoted: [],
  mixed: [],
  piece: [],
  variable: [],
  placeholder: [],
};

/** What a Dockerfile's tree refers to: the numbers of the shell's grammar, and behind them those of its own. */
export function dockerfileGrammar(shell: Grammar): Grammar {
  const named = Object.keys(dockerfileNodes);
  const tokens = [...Object.keys(instructions), '$'];
  const fields = new Set(Object.values(dockerfileNodes).flat());
  return {
    name: 'dockerfile',
    symbols: [...shell.symbols, ...named, ...tokens],
    named: [...shell.named, ...named.map(() => true), ...tokens.map(() => false)],
    fields: [...shell.fields, ...[...fields].filter((it) => !shell.fields.includes(it))],
  };
}
