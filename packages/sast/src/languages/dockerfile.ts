import { bash } from './bash.ts';
import { each, name, piece, string } from './rows.ts';
import type { Row, Table } from './table.ts';

const word = { is: 'Str', text: 'all' } as const satisfies Row;
/** An instruction is a call of its word. */
const instruction = { is: 'Call', operator: true, decorator: '@option', arg: '#*' } as const satisfies Row;

/**
 * Instructions are calls without a callee; the shell in them is in the same tree, its words all texts.
 *
 * Source: https://docs.docker.com/reference/dockerfile/
 */
export const dockerfile: Table = {
  ...bash,
  name: 'dockerfile',
  grammars: ['dockerfile'],
  keysAreFields: true,
  nodes: {
    ...bash.nodes,
    word,
    command_name: 'lift',
    // What a command is run with does not change what it runs.
    command: { is: 'Call', callee: 'name', arg: 'argument', decorator: '#*', receiver: 'redirect' },
    redirected_statement: { is: 'Seq', elem: ['body', 'redirect', '#*'] },

    source_file: { is: 'Module' },
    ...each(
      [
        'run_instruction',
        'cmd_instruction',
        'entrypoint_instruction',
        'shell_instruction',
        'env_instruction',
        'expose_instruction',
        'workdir_instruction',
        'volume_instruction',
        'copy_instruction',
        'add_instruction',
        'healthcheck_instruction',
        'onbuild_instruction',
        'stopsignal_instruction',
        'maintainer_instruction',
      ],
      instruction,
    ),
    from_instruction: {
      is: 'Call',
      operator: true,
      decorator: 'option',
      arg: 'image',
      type: 'tag',
      base: 'digest',
      receiver: 'alias',
    },
    user_instruction: { is: 'Call', operator: true, arg: 'user', type: 'group' },
    arg_instruction: { is: 'Call', operator: true, arg: ['key', '#*'], value: 'value' },
    label_instruction: { is: 'Label', elem: ['key', 'value'] },
    env_pair: { is: 'Assign', left: 'key', right: 'value' },
    option: { is: 'Pair', key: 'key', value: 'value' },
    settings: { is: 'Dict', elem: '#*' },
    setting: { is: 'Pair', key: 'key', value: 'value' },
    key: name,
    shell_form: { is: 'Block' },
    exec_form: { is: 'Array', elem: '#*' },
    plain: word,
    quoted: string,
    mixed: { is: 'Template', part: '#*' },
    piece,
    variable: { is: 'Name', text: 'inside' },
    placeholder: name,
  },
};
