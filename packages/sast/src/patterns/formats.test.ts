import { describe, expect, test } from 'vitest';
import { matchesOf } from '../../testing/patterns.ts';

function lines(keys: object, text: string, path: string): number[] {
  return matchesOf(keys, text, path).map(({ start }) => text.slice(0, start).split('\n').length);
}

const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n';
const host = { pattern: 'hostNetwork: true' };

describe('rules for a format', () => {
  test('run on files of it, and on no others of its syntax', () => {
    expect(lines({ ...host, languages: ['kubernetes'] }, pod, 'pod.yaml')).toEqual([4]);
    expect(lines({ ...host, languages: ['kubernetes'] }, 'spec:\n  hostNetwork: true\n', 'other.yaml')).toEqual([]);
    expect(lines({ ...host, languages: ['yaml'] }, 'spec:\n  hostNetwork: true\n', 'other.yaml')).toEqual([2]);
  });

  test('find a thing once, whatever names of the language they have', () => {
    expect(lines({ ...host, languages: ['yaml', 'kubernetes'] }, pod, 'pod.yaml')).toEqual([4]);
  });

  test('run on JSON of that format', () => {
    const json = '{\n\t"apiVersion": "v1",\n\t"kind": "Pod",\n\t"spec": {\n\t\t"hostNetwork": true\n\t}\n}\n';
    expect(lines({ ...host, languages: ['kubernetes'] }, json, 'pod.json')).toEqual([5]);
    expect(lines({ ...host, languages: ['yaml'] }, json, 'pod.json')).toEqual([]);
  });

  test('read the short tags of CloudFormation', () => {
    const text = [
      'Resources:',
      '  Bucket:',
      '    Type: AWS::S3::Bucket',
      '    Properties:',
      '      BucketName: !Sub "${AWS::StackName}-logs"',
      '      AccessControl: PublicRead',
      '      Key: !GetAtt [Key, Arn]',
    ].join('\n');
    const bucket = {
      languages: ['cloudformation'],
      patterns: [
        { 'pattern-inside': '$NAME:\n  ...\n  Type: AWS::S3::Bucket\n  ...\n  Properties:\n    ...\n' },
        { pattern: 'AccessControl: PublicRead' },
      ],
    };
    expect(lines(bucket, text, 'stack.yaml')).toEqual([6]);
    expect(lines({ languages: ['cloudformation'], pattern: 'BucketName: !Sub $X' }, text, 'stack.yaml')).toEqual([5]);
  });
});
