import { readRules } from '@plumbline/catalog';
import { describe, expect, test } from 'vitest';
import { analyserOf } from '../../testing/analyser.ts';

const languages = ['javascript', 'typescript', 'json', 'bash', 'python', 'ruby', 'java', 'php'];
const rule = (language: string): string => `
- id: ${language}-bad
  languages: [${language}]
  severity: ERROR
  message: found
  ${language === 'json' ? `pattern: '"bad": $X'` : language === 'bash' ? 'pattern: bad ...' : 'pattern: bad(...)'}`;
const { value: rules } = readRules(`rules:${languages.map(rule).join('')}\n`, 'rules.yaml');
const analyser = analyserOf({ rules, models: [] });

/** What was found, as `language line:column text`. */
function found(path: string, text: string): string[] {
  const { findings } = analyser.analyse({ path, text });
  const lines = text.split('\n');
  return findings.map(({ rule: id, location: { start, end }, snippet }) => {
    expect(snippet?.lines).toContain(lines[start.line - 1]!.slice(0, 400));
    const last = start.line === end.line ? end.column - 1 : undefined;
    return `${id.replace('-bad', '')} ${start.line}:${start.column} ${lines[start.line - 1]!.slice(start.column - 1, last)}`;
  });
}

test('the rules of this test are rules', () => {
  expect(rules.map((it) => it.id)).toEqual(languages.map((it) => `${it}-bad`));
});

describe('HTML', () => {
  test('has scripts by their type, and handlers', () => {
    const text = [
      '<html><script>bad(1)</script>',
      '  <SCRIPT type="module" src="x">',
      '    if (a > b) { bad("</p>") }',
      '  </script >',
      '<script type="text/template">bad(2)</script>',
      '<script lang="ts">bad(a as string)</script>',
      '<script type="application/json">{"bad": 1}</script>',
      `<a href="javascript:bad(3)" onclick='return bad(4)'>bad(5)</a>`,
    ].join('\n');
    expect(found('a.html', text)).toEqual([
      'javascript 1:15 bad(1)',
      'javascript 3:18 bad("</p>")',
      'typescript 6:19 bad(a as string)',
      'json 7:34 "bad": 1',
      'javascript 8:21 bad(3)',
      'javascript 8:45 bad(4)',
    ]);
  });

  test('has tags of templates in its scripts', () => {
    const text = '<script>\n{% if a %}\nvar x = {{ y|z }};\nbad(x, "{{ q }}");\n{% endif %}\n</script>';
    expect(found('templates/a.html', text)).toEqual(['javascript 4:1 bad(x, "{{ q }}")']);
    expect(found('a.hbs', '<script>bad({{#if a}}{{b}}{{/if}})</script>')).toHaveLength(1);
  });

  test('has its comments in its scripts', () => {
    const { comments } = analyser.analyse({
      path: 'a.html',
      text: '<!-- a --><script>bad() // b\n</script><!-- c -->',
    });
    expect(comments).toEqual([
      { start: 0, end: 10 },
      { start: 24, end: 28 },
      { start: 38, end: 48 },
    ]);
  });
});

describe('components', () => {
  test('of Vue have scripts and expressions', () => {
    const text = [
      '<template><p :class="bad(1)" @click="a = 1; bad(2)">{{ bad(3) }}</p></template>',
      '<script setup lang="ts">',
      'const a: string = bad(4)!;',
      '</script>',
    ].join('\n');
    expect(found('a.vue', text)).toEqual([
      'typescript 1:22 bad(1)',
      'typescript 1:45 bad(2)',
      'typescript 1:56 bad(3)',
      'typescript 3:19 bad(4)',
    ]);
  });

  test('of Svelte have scripts', () => {
    expect(found('a.svelte', '<script>\nlet b = bad(1);\n</script>\n{b}')).toEqual(['javascript 2:9 bad(1)']);
  });
});

describe('templates', () => {
  test('have code', () => {
    expect(found('a.ejs', '<% if (x) { %>\n<b><%- bad(1) %></b>\n<% } %><%# bad(2) %>')).toEqual([
      'javascript 2:8 bad(1)',
    ]);
    expect(found('a.html.erb', '<% xs.each do |x| %>\n<%= bad(x) %>\n<% end -%>')).toEqual(['ruby 2:5 bad(x)']);
    expect(found('a.jsp', '<%@ page %>\n<% String a = bad(1); %>\n<%= bad(a) %>')).toEqual([
      'java 2:15 bad(1)',
      'java 3:5 bad(a)',
    ]);
    expect(found('a.blade.php', '@if(true)\n{{ bad($x) }}\n{{-- bad() --}}\n@endif')).toEqual(['php 2:4 bad($x)']);
  });

  test('have scripts with code in them', () => {
    expect(found('a.erb', '<script>\nvar x = <%= y %>;\nbad("<%= x %>");\n</script>')).toEqual([
      'javascript 3:1 bad("<%= x %>")',
    ]);
    expect(found('a.php', '<script>bad(<?= $x ?>, "<?php echo 1 ?>")</script>')).toEqual([
      'javascript 1:9 bad(<?= $x ?>, "<?php echo 1 ?>")',
    ]);
  });
});

describe('shell', () => {
  test('stands in Dockerfiles', () => {
    const text = 'FROM a\nRUN bad a && \\\n  # why\n  bad b\nRUN <<E\nbad c\nE\nRUN ["bad", "d"]\nCMD bad e\n';
    expect(found('Dockerfile', text)).toEqual(['bash 2:5 bad a', 'bash 4:3 bad b', 'bash 6:1 bad c', 'bash 9:5 bad e']);
  });

  test('stands in workflows, with its expressions', () => {
    const text = [
      'on: push',
      'jobs:',
      '  a:',
      '    steps:',
      '      - run: bad one',
      '      - run: |',
      '          cat <<EOF',
      '          x',
      '          EOF',
      '          bad "${{ github.event.issue.title }}" \\',
      '            two',
      '      - shell: python',
      '        run: |',
      '          if a:',
      '              bad(${{ b }})',
      '      - uses: actions/github-script@v7',
      '        with:',
      '          script: |',
      '            bad("${{ c }}")',
      '      - shell: pwsh',
      '        run: bad three',
    ].join('\n');
    expect(found('.github/workflows/ci.yml', text)).toEqual([
      'bash 5:14 bad one',
      'bash 10:11 bad "${{ github.event.issue.title }}" \\',
      'python 15:15 bad(${{ b }})',
      'javascript 19:13 bad("${{ c }}")',
    ]);
  });

  test('is no part of the next script', () => {
    const script = (code: string): string =>
      `      - uses: actions/github-script@v7\n        with:\n          script: |\n            ${code}\n`;
    const keys = 'languages: [javascript], severity: ERROR, message: found, pattern: "return;\\n$DEAD;"';
    const dead = analyserOf({ rules: readRules(`rules: [{id: dead, ${keys}}]\n`, 'dead.yaml').value, models: [] });
    const lines = (...scripts: string[]): number[] => {
      const text = `jobs:\n  a:\n    steps:\n${scripts.map(script).join('')}`;
      const { findings } = dead.analyse({ path: '.github/workflows/ci.yml', text });
      return findings.map((it) => it.location.start.line);
    };
    expect(lines('bad(1); return;', 'bad(${{ b }});')).toEqual([]);
    expect(lines('bad(1);', 'return; bad(2);')).toEqual([11]);
  });

  test('stands in jobs', () => {
    const text =
      'a:\n  before_script: bad one\n  script:\n    - bad two\n    - - "bad three"\n    - >-\n      bad four\n';
    expect(found('.gitlab-ci.yml', text)).toEqual([
      'bash 2:18 bad one',
      'bash 4:7 bad two',
      'bash 5:10 bad three',
      'bash 7:7 bad four',
    ]);
    expect(found('other.yml', text)).toEqual([]);
  });
});

test('hostile files end, and what was cut is told', () => {
  const many = '<a onclick="bad()"></a>'.repeat(5_100);
  const { findings, problems } = analyser.analyse({ path: 'a.html', text: many });
  expect([findings.length, problems.map((it) => it.code)]).toEqual([5_000, ['embedded-cut']]);
  for (const part of ['<script>', '<script ', '{{', '{%', '<a b="', ' a =']) {
    expect(found('a.html', part.repeat(10_000))).toEqual([]);
  }
  expect(found('a.erb', '<%'.repeat(50_000))).toEqual([]);
});
