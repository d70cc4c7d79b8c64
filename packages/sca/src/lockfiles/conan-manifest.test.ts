import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `[requires]
zlib/1.3.1
openssl/[>=3.0 <4]
boost/1.84.0@user/stable#0123  # comment
[tool_requires]
cmake/3.28.1
[generators]
CMakeDeps
`;

test('conanfile.txt', () => {
  const { value } = readProject({ 'conanfile.txt': text });
  expect(value.map((it) => `${short(it)} ${it.requested}`)).toEqual([
    '2 zlib@1.3.1 direct runtime 1.3.1',
    '3 openssl@ direct runtime >=3.0 <4',
    '4 boost@1.84.0 direct runtime 1.84.0',
    '6 cmake@3.28.1 direct build 3.28.1',
  ]);
});

test('conanfile.py: attributes and calls', () => {
  const { value } = readProject({
    'conanfile.py': `class App(ConanFile):
    url = "https://host.example/a/b"
    requires = "zlib/1.3.1", "fmt/[~10]"
    tool_requires = [
        "cmake/3.28.1",
        "ninja/1.11.1",
    ]
    exports = "a/1.0"

    def requirements(self):
        self.requires("openssl/3.2.0", transitive_headers=True)
        self.test_requires("gtest/1.14.0")
`,
  });
  expect(value.map(short)).toEqual([
    '3 zlib@1.3.1 direct runtime',
    '3 fmt@ direct runtime',
    '5 cmake@3.28.1 direct build',
    '6 ninja@1.11.1 direct build',
    '11 openssl@3.2.0 direct runtime',
    '12 gtest@1.14.0 direct test',
  ]);
});

test('the lock file goes before it', () => {
  expect(readProject({ 'conanfile.txt': text, 'conan.lock': '{"version":"0.5","requires":[]}' }).value).toEqual([]);
});
