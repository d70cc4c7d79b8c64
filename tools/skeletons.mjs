// What `npm run new` writes: for every kind of extension its files and the steps that a person must still take.

const camel = (name) => name.replaceAll(/[-_.](\w)/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(name).replace(/^\w/, (letter) => letter.toUpperCase());

/** How a line comment starts in the samples of a language, and how its files end. */
const sampleLanguages = { js: '//', py: '#' };

const language = {
  summary: 'a table that says what a grammar’s nodes mean',
  example: 'ruby',
  names: /^[a-z][a-z0-9-]*$/,
  write: (name) => ({
    files: {
      [`packages/sast/src/languages/${name}.ts`]: `import { boolean, name, number, piece, string } from './rows.ts';
import type { Table } from './table.ts';

/** Source: https://github.com/tree-sitter/tree-sitter-${name}/blob/master/src/node-types.json */
export const ${camel(name)}: Table = {
  name: '${name}',
  grammars: ['${name}'],
  scopes: { unit: 'function' },
  imports: { binds: 'last', separator: '/' },
  strings: { escapes: { n: '\\n', t: '\\t' } },
  flags: {},
  operators: {},
  nodes: {
    comment: 'drop',
    identifier: name,
    integer: number,
    true: boolean,
    false: boolean,
    string,
    string_content: piece,
  },
};
`,
    },
    next: [
      'Add the grammar: a row in packages/sast/src/parse/grammars.ts, then node packages/sast/grammars/fetch.mjs.',
      `Add a row to packages/sast/src/languages/index.ts.`,
      'Write packages/sast/testing/samples/sample.<extension>, with every construct of the language: the tests read it.',
      'Run npx vitest run packages/sast/src/languages: it names every node of the grammar that has no row, and every row that has no node.',
    ],
  }),
};

const rule = {
  summary: 'a rule with two samples',
  example: 'injection/ldap-injection',
  names: /^[a-z0-9-]+\/[a-z0-9-]+$/,
  write: (path) => {
    const id = path.split('/')[1];
    const sample = (ending) => {
      const mark = sampleLanguages[ending];
      return `${mark} Write a realistic handler here, with at least two bad and two good places.\n${mark} ruleid: ${id}\n\n${mark} ok: ${id}\n`;
    };
    return {
      files: {
        [`packages/catalog/rules/${path}.yaml`]: `rules:
  - id: ${id}
    mode: taint
    languages: [javascript, typescript, python]
    severity: HIGH
    source-kinds: [remote]
    sink-kinds: [${id}]
    message: >-
      $SOURCE reaches $SINK.
      Say why that does harm.
      Say how to fix it.
    metadata:
      title: Outside data …
      category: security
      cwe: "CWE-000: …"
      owasp: "A03:2021 - Injection"
      confidence: MEDIUM
      references:
        - https://cwe.mitre.org/
      recommendation: |
        How to fix it, with an example for every language of the samples.
`,
        [`packages/catalog/rules/${path}.express.js`]: sample('js'),
        [`packages/catalog/rules/${path}.flask.py`]: sample('py'),
      },
      next: [
        'Fill in the rule. Its kinds join it to rows of models: use one that exists, or add the rows to packages/catalog/models.',
        'Run npx vitest run packages/catalog: it runs every rule over every sample.',
      ],
    };
  },
};

const search = {
  summary: 'a rule in patterns, with a sample',
  example: 'crypto/weak-cipher-go',
  names: /^[a-z0-9-]+\/[a-z0-9-]+$/,
  write: (path) => {
    const id = path.split('/')[1];
    return {
      files: {
        [`packages/catalog/rules/${path}.yaml`]: `rules:
  - id: ${id}
    mode: search
    languages: [python]
    severity: MEDIUM
    message: >-
      $CALL says what is wrong.
      Say why that does harm.
      Say how to fix it.
    patterns:
      - pattern: module.$CALL(..., option=False, ...)
    metadata:
      title: What is wrong, in a few words
      category: security
      cwe: "CWE-000: …"
      owasp: "A05:2021 - Security Misconfiguration"
      confidence: MEDIUM
      references:
        - https://cwe.mitre.org/
      recommendation: |
        How to fix it, with an example for every language of the samples.
`,
        [`packages/catalog/rules/${path}.module.py`]: `# Write realistic code here, with at least two bad and two good places.\n# ruleid: ${id}\n\n# ok: ${id}\n`,
      },
      next: [
        'Fill in the rule; docs/rules.md has all keys. One rule speaks of one language, or of several that are written alike.',
        `Run npx plumb rules test packages/catalog/rules/${path}.yaml, then npx vitest run packages/catalog.`,
        'Run it over real projects: plumb scan --no-default-rules --rules <the file> <a project>. Half of it wrong is too much.',
      ],
    };
  },
};

const modelText = (languageName, library) => `library: ${library}
language: ${languageName}
docs: https://…
types: []
sources: []
sinks:
  - { at: "${library}.…", arg: 0, kind: sql }
`;

const model = {
  summary: 'what a library does',
  example: 'javascript/koa',
  names: /^(javascript|python|java|go)\/[a-z0-9._-]+$/i,
  write: (path) => {
    const [languageName, library] = path.split('/');
    return {
      files: { [`packages/catalog/models/${path}.yaml`]: modelText(languageName, library) },
      next: [
        'Write the rows from the library’s API documentation; packages/catalog/src/model.ts says what they mean.',
        'Show that they work with a sample beside the rule: packages/catalog/rules/<topic>/<rule>.<library>.<ext>.',
        'Run npx vitest run packages/catalog.',
      ],
    };
  },
};

const lockfile = {
  summary: 'a manifest or lock file format',
  example: 'stack-lock',
  names: /^[a-z][a-z0-9-]*$/,
  write: (name) => ({
    files: {
      [`packages/sca/src/lockfiles/${name}.ts`]: `import { packagesOf, type Locked } from './locked.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** Say here which program writes it, and in which versions. */
export const ${camel(name)}: Lockfile = {
  id: '${name}',
  ecosystem: 'npm',
  files: ['${name}'],
  siblings: [],
  docs: 'https://…',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const listed: Locked[] = [];
    return { value: packagesOf(manifest, 'npm', listed), problems: problems.list };
  },
};
`,
      [`packages/sca/src/lockfiles/${name}.test.ts`]: `import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('reads names, versions and edges', () => {
  const { value } = readProject({ '${name}': '' });
  expect(value.map((it) => [short(it), edges(it)])).toEqual(['the packages of a small file']);
});

test('keeps the good lines of a broken file', () => {
  expect(readProject({ '${name}': '' }).problems).toEqual(['what it could not read, with its line']);
});
`,
    },
    next: ['Add it to the list in packages/sca/src/lockfiles/index.ts.', 'Run npx vitest run packages/sca.'],
  }),
};

const sink = {
  summary: 'a library whose calls do harm, for the engine and the agent',
  example: 'mysql2',
  names: /^[a-z0-9._-]+$/,
  write: (library) => ({
    files: {
      [`packages/catalog/models/javascript/${library}.yaml`]: modelText('javascript', library),
      [`agents/node/samples/libraries/${library}.cjs`]: `'use strict';
const http = require('node:http');

// asks: /?value=anna
const server = http.createServer((req, res) => {
  const value = decodeURIComponent(req.url.slice('/?value='.length));
  res.end(value); // Hand the value to the library here, and say on that line: finds: <rule>
});
server.listen(0, '127.0.0.1', () => console.log('listening', server.address().port));
`,
    },
    next: [
      'Write the rows from the library’s API documentation; a method of a type is found at run time under the type’s exported name, else name the object in `runtime:`.',
      'Install the library as a development dependency of agents/node and finish the sample.',
      'Run npx vitest run agents/node/src/agent: it runs every sample, and wants what its comments say and nothing else.',
    ],
  }),
};

const page = {
  summary: 'a route of the API and the page that shows it',
  example: 'licenses',
  names: /^[a-z][a-z0-9-]*$/,
  write: (name) => ({
    files: {
      [`packages/server/src/routes/${name}.ts`]: `import { Type } from 'typebox';
import { closed } from '@plumbline/core';
import { route } from './route.ts';

export const ${camel(name)} = route(
  {
    method: 'GET',
    url: '/api/v1/${name}',
    summary: 'Say in one sentence what it answers.',
    policy: 'signed-in',
    response: Type.Object({ rows: Type.Array(Type.Object({ name: Type.String() }, closed)) }, closed),
  },
  async () => ({ rows: [] }),
);
`,
      [`packages/web/src/pages/${name}.tsx`]: `import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../api.ts';

export function ${pascal(name)}Page(): ReactNode {
  const { data } = useQuery({ queryKey: ['${name}'], queryFn: () => call('GET /api/v1/${name}', {}) });
  return (
    <>
      <Title order={1}>${pascal(name)}</Title>
      <ul>
        {data?.rows.map((row) => (
          <li key={row.name}>{row.name}</li>
        ))}
      </ul>
    </>
  );
}
`,
    },
    next: [
      'Add the route to packages/server/src/routes/index.ts, and its query to packages/server/src/store.',
      'Add the page to packages/web/src/router.tsx, and a link to packages/web/src/ui/shell.tsx.',
      'Run npx vitest run packages/server; see it with npx plumb serve.',
    ],
  }),
};

export const skeletons = { language, rule, search, model, lockfile, sink, page };
