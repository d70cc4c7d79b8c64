import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `platform :ios, '15.0'
target 'App' do
  pod 'Alamofire', '~> 5.8'
  pod "AFNetworking/Security", "4.0.1" # old
  pod 'Mine', :git => 'https://host.example/mine.git', :commit => '0c09903'
  pod 'Here', path: '../Here'
  target 'AppTests' do
    pod 'Quick'
  end
end
`;

test('ranges, parts of pods, git, folders, tests', () => {
  const { value } = readProject({ Podfile: text });
  expect(value.map(short)).toEqual([
    '3 Alamofire@ direct runtime',
    '4 AFNetworking/Security@4.0.1 direct runtime',
    '5 Mine@ git direct runtime',
    '6 Here@ file direct runtime',
    '8 Quick@ direct test',
  ]);
});

test('the lock file goes before it', () => {
  expect(readProject({ Podfile: text, 'Podfile.lock': 'PODS: []\n' }).value).toEqual([]);
});
