const folders =
  /(?:^|\/)(?:tests?|(?:smoke|integration|unit|docker|functional|system)[-_]?[tT]ests?|__tests__|specs?|e2e|cypress|fixtures|testdata|mocks?|__mocks__)\//;
const names =
  /[._-](?:test|spec)\.\w+$|_test\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|(?:Tests?|IT)\.(?:java|kt|cs|php)$/;

/** Whether a file is there for testing, as its path says: nobody outside can reach what is in it. */
export function isTestFile(path: string): boolean {
  return folders.test(path) || names.test(path);
}
