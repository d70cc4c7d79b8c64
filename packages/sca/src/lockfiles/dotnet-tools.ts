import { member, membersOf, textOf } from '../text/json.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** The tools that a .NET repository has for its developers. */
export const dotnetTools: Lockfile = {
  id: 'dotnet-tools',
  ecosystem: 'nuget',
  files: ['dotnet-tools.json'],
  siblings: [],
  docs: 'https://learn.microsoft.com/en-us/dotnet/core/tools/local-tools-how-to-use',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const tools = member(root, 'tools');
    if (!tools) problems.add('not-a-manifest', 'No tools: this is no list of .NET tools.', 1);
    const listed = Array.from(membersOf(tools), ([name, { start, value }]): Declared => {
      const location = lines.location(start, value.end);
      return { name, version: textOf(member(value, 'version')) ?? '', scopes: ['development'], location };
    });
    return { value: declaredPackages(manifest, 'nuget', listed), problems: problems.list };
  },
};
