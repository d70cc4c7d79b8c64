import { describe, expect, test } from 'vitest';
import { parserFromDisk } from '../../../testing/from-disk.ts';
import { hasError, isError, isExtra, kindNameOf, startOf, textOf, type FlatTree } from '../flat-tree.ts';

const parser = parserFromDisk();

function read(text: string): FlatTree {
  const parsed = parser.parse(text, 'dockerfile');
  if (parsed.is === 'problem') throw new Error(parsed.problem.message);
  return parsed.tree;
}

/** The texts of all nodes of a kind. */
function all(text: string, kind: string): string[] {
  const tree = read(text);
  const nodes = Array.from({ length: tree.size }, (_, node) => node);
  return nodes.filter((it) => kindNameOf(tree, it) === kind).map((it) => textOf(tree, it));
}

describe('instructions', () => {
  test('are read whatever their case, with all their lines', () => {
    expect(all('from a\nRun b \\\n  c\n', 'from_instruction')).toEqual(['from a']);
    expect(all('from a\nRun b \\\n  c\n', 'run_instruction')).toEqual(['Run b \\\n  c']);
  });

  test('that do not exist are errors, and the others stay', () => {
    const tree = read('FROM a\nINSTALL b\nRUN c\n');
    const errors = Array.from({ length: tree.size }, (_, it) => it).filter((it) => isError(tree, it));
    expect(errors.map((it) => textOf(tree, it))).toEqual(['INSTALL b']);
    expect([hasError(tree, 0), all('FROM a\nINSTALL b\nRUN c\n', 'run_instruction')]).toEqual([true, ['RUN c']]);
  });

  test('FROM has name, tag, digest and alias', () => {
    const tree = read('FROM --platform=x host:5000/a/b:1.2@sha256:c AS d');
    const named = Array.from({ length: tree.size }, (_, it) => [kindNameOf(tree, it), textOf(tree, it)]);
    expect(named.filter(([kind]) => kind === 'plain').map(([, text]) => text)).toEqual([
      'x',
      'host:5000/a/b',
      '1.2',
      'sha256:c',
      'd',
    ]);
  });

  test('LABEL is one for each pair, ENV has its pairs', () => {
    expect(all('LABEL a=b "c d"="e f"\n', 'label_instruction')).toEqual(['LABEL a=b', '"c d"="e f"']);
    expect(all('ENV A=1 B="2 3"\nENV C 4 5\n', 'env_pair')).toEqual(['A=1', 'B="2 3"', 'C 4 5']);
  });
});

describe('commands', () => {
  test('are JSON, or shell with the places of the file', () => {
    expect(all('RUN ["a", "b\\n"]\n', 'exec_form')).toEqual(['["a", "b\\n"]']);
    expect(all('RUN ["a",]\nCMD [ -f x ]\n', 'shell_form')).toEqual(['["a",]', '[ -f x ]']);
    expect(all('FROM a\nRUN b "$C" && d\n', 'command')).toEqual(['b "$C"', 'd']);
  });

  test('go on behind comments and trailing blanks, and behind another escape character', () => {
    expect(all('RUN a \\\n# b\n  c \\  \n\n  d\nRUN e\n', 'command')).toEqual(['a \\\n# b\n  c \\  \n\n  d', 'e']);
    expect(all('# escape=`\nRUN a `\n  b\\c\n', 'command')).toEqual(['a `\n  b\\c']);
    expect(all('# escape=`\nRUN a `\n  # d\n  b\n', 'comment')).toEqual(['# escape=`', '# d']);
  });

  test('have here documents, which are scripts where there is nothing else', () => {
    const text = 'RUN <<A\nb c\nA\nRUN cat <<-"E" > f\n\td\n\tE\nCOPY <<F /x\ng\nF\nUSER h\n';
    expect(all(text, 'command')).toEqual(['b c', 'cat']);
    expect(all(text, 'user_instruction')).toEqual(['USER h']);
    expect(all('RUN a <<B\nUSER c\n', 'user_instruction')).toEqual(['USER c']);
  });
});

test('comments are told apart', () => {
  const tree = read('FROM a # no comment\n  # one\nRUN b # two\n');
  const comments = Array.from({ length: tree.size }, (_, it) => it).filter((it) => isExtra(tree, it));
  expect(comments.map((it) => [textOf(tree, it), startOf(tree, it)])).toEqual([
    ['# one', 22],
    ['# two', 34],
  ]);
});

test('hostile files end', () => {
  expect(all(`RUN a <<B${'\nRUN a <<B'.repeat(2_000)}`, 'run_instruction')).toHaveLength(2001);
  expect(all(`FROM ${'${'.repeat(5_000)}`, 'from_instruction')).toHaveLength(1);
  expect(all(`ENV ${'a="b '.repeat(20_000)}`, 'env_instruction')).toHaveLength(1);
});
