import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('services, what extends them, variables of the file beside, what is built here', () => {
  const { value, problems } = readProject({
    '.env': 'PG=16.1 # the database\nexport Q="3"\n',
    'docker-compose.yml': `x-base: &base
  image: ghcr.io/acme/api:1.2.0
services:
  api:
    <<: *base
  db:
    image: postgres:\${PG}
  q:
    image: "rabbitmq:\${Q}-\${KIND:-alpine}"
  own:
    build: .
    image: own:1
  late:
    image: x:\${LATE}
`,
  });
  expect(value.map(short)).toEqual([
    '2 ghcr.io/acme/api@1.2.0 direct runtime',
    '7 postgres@16.1 direct runtime',
    '9 rabbitmq@3-alpine direct runtime',
  ]);
  expect(problems.map((it) => [it.code, it.line])).toEqual([['version-unknown', 14]]);
});

test('an image that another line has a name for', () => {
  const { value } = readProject({
    'compose.yaml': 'x-image: &app "acme/app:2.0"\nservices:\n  web:\n    image: *app\n  odd:\n    image: *nobody\n',
  });
  expect(value.map(short)).toEqual(['4 acme/app@2.0 direct runtime']);
});
