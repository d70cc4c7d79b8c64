import { describe, expect, test } from 'vitest';
import { linesFound } from '../../testing/patterns.ts';

const text = [
  'SELECT * FROM users;',
  "select id, Name from USERS where name = 'x';",
  'DELETE FROM users;',
  'DELETE FROM users WHERE id = 1;',
  'DROP TABLE users;',
  'DROP TABLE roles;',
  "UPDATE users SET password = 'secret' WHERE id = 1;",
  'CREATE TABLE t (id INT, password VARCHAR(20));',
].join('\n');
const lines = (pattern: string): number[] => linesFound({ languages: ['sql'], pattern }, text);

describe('patterns of SQL', () => {
  test('have keywords and names in either case', () => {
    expect(lines('SELECT * FROM $T')).toEqual([1]);
    expect(lines('select ... from users where ...')).toEqual([2]);
  });

  test('are statements with all of their clauses', () => {
    expect(lines('DELETE FROM $T')).toEqual([3]);
    expect(lines('DELETE FROM $T WHERE ...')).toEqual([4]);
    expect(lines('DROP TABLE $T')).toEqual([5, 6]);
    expect(lines('DROP TABLE roles')).toEqual([6]);
  });

  test('are expressions', () => {
    expect(lines("$X = 'x'")).toEqual([2]);
    expect(lines("UPDATE $T SET password = '...' WHERE ...")).toEqual([7]);
  });
});
