import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const wishes = `opam-version: "2.0"
depends: [
  "ocaml" {>= "4.14"}
  "dune" {build & = "3.7.2"}
  "alcotest" {with-test}
]
depopts: ["lwt"]
build: [["dune" "build"]]
`;

test('what a project asks for, and for what', () => {
  const { value } = readProject({ 'app.opam': wishes });
  expect(value.map(short)).toEqual([
    '3 ocaml@ direct runtime',
    '4 dune@3.7.2 direct build',
    '5 alcotest@ direct test',
    '7 lwt@ direct optional',
  ]);
});

test('the lock goes before it', () => {
  const { value } = readProject({ 'app.opam': wishes, 'app.opam.locked': 'depends: [\n  "ocaml" {= "4.14.1"}\n]\n' });
  expect(value.map(short)).toEqual(['2 ocaml@4.14.1 direct runtime']);
});
