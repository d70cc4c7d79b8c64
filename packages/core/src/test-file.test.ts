import { describe, expect, it } from 'vitest';
import { isTestFile } from './index.ts';

describe('a file that is there for testing', () => {
  it.each([
    'tests/test_app.py',
    'conftest.py',
    'src/app.spec.ts',
    'src/__tests__/app.js',
    'src/test/java/a/AppTest.java',
    'server/UsersTests.cs',
    'pkg/handler_test.go',
    'integration-tests/run.js',
  ])('is told by its path: %s', (path) => expect(isTestFile(path)).toBe(true));

  it.each(['src/app.ts', 'contest/app.py', 'src/latest.go', 'testing.md', 'src/Fastest.java', 'protest/main.rb'])(
    'is not told by a word that only ends so: %s',
    (path) => expect(isTestFile(path)).toBe(false),
  );
});
