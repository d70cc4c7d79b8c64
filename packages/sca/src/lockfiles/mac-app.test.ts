import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('name and version of a property list; binary ones are told', () => {
  const { value, problems } = readProject({
    'Applications/A.app/Contents/Info.plist':
      '<plist><dict>\n<key>CFBundleName</key><string>Chrome</string>\n<key>Nested</key><dict><key>CFBundleName</key><string>No</string></dict>\n<key>CFBundleShortVersionString</key><string>130.0.1</string></dict></plist>',
    'B.app/Contents/Info.plist': 'bplist00',
  });
  expect(value.map(short)).toEqual(['2 Chrome@130.0.1 direct runtime']);
  expect(problems.map((it) => it.file)).toEqual(['B.app/Contents/Info.plist']);
});
