// Compares direct dependencies of a project's poms with what Maven makes of them: their versions and scopes.
//
//   mvn help:effective-pom -Doutput=effective.xml      in the project
//   node tools/sca-maven.mjs <project> effective.xml [repository]
//
// `repository` is a local one with the parents and imports that Maven has fetched; `~/.m2/repository` unless given.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { extract } from '../packages/sca/dist/index.js';
import { childText, listed, readXml } from '../packages/sca/dist/text/xml.js';

const [root, effective, repository = path.join(os.homedir(), '.m2/repository')] = process.argv.slice(2);

function readIf(file) {
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
}

const poms = fs
  .readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile() && /^(?:pom\.xml|maven\.config)$/.test(it.name))
  .map((it) => path.relative(root, path.join(it.parentPath, it.name)))
  .filter((it) => !/(?:^|\/)target\//.test(it));
const published = (group, artifact, version) =>
  readIf(
    path.join(repository, group.replaceAll('.', '/'), artifact, version, `${artifact}-${version}.pom`),
  )?.toString();
const { value } = extract({ paths: poms, read: (it) => readIf(path.join(root, it)), pom: published });

const modules = new Map();
for (const file of poms.filter((it) => it.endsWith('pom.xml'))) {
  const name = childText(readXml(fs.readFileSync(path.join(root, file), 'utf8')).root, 'artifactId');
  if (name !== undefined && !modules.has(name)) modules.set(name, file);
}

/** What our scopes are called for Maven's. */
function scopeOf(dependency) {
  const scope = childText(dependency, 'scope') ?? 'compile';
  if (scope === 'test') return 'test';
  if (scope === 'provided') return 'build';
  return childText(dependency, 'optional') === 'true' ? 'optional' : 'runtime';
}

function keyOf(dependency) {
  const [type, classifier] = [childText(dependency, 'type') ?? 'jar', childText(dependency, 'classifier') ?? ''];
  const name = `${childText(dependency, 'groupId')}:${childText(dependency, 'artifactId')}`;
  return type === 'jar' && classifier === '' ? name : `${name}:${type}:${classifier}`;
}

const counts = { modules: 0, same: 0, versions: 0, scopes: 0, extra: 0 };
// One by one: together they have more elements than any file that we read.
const projects = fs.readFileSync(effective, 'utf8').split(/(?=<project[\s>])/);
for (const text of projects.filter((it) => it.startsWith('<project'))) {
  const { root: project } = readXml(text.slice(0, text.indexOf('</project>') + '</project>'.length));
  const file = modules.get(childText(project, 'artifactId'));
  const ours = new Map(
    value.filter((it) => it.id.startsWith(`${file}#`)).map((it) => [it.id.slice(`${file}#`.length), it]),
  );
  counts.modules += 1;
  for (const it of listed(project, 'dependencies', 'dependency')) {
    const own = ours.get(keyOf(it));
    ours.delete(keyOf(it));
    const isVersion = own?.version === childText(it, 'version');
    const isScope = own?.scopes.join() === scopeOf(it);
    counts[isVersion ? (isScope ? 'same' : 'scopes') : 'versions'] += 1;
    if (!isVersion || !isScope)
      process.stdout.write(
        `${file} ${keyOf(it)}: ${childText(it, 'version')} ${scopeOf(it)}, ours ${own?.version} ${own?.scopes}\n`,
      );
  }
  // Those of profiles that are off are optional for us, and nothing for Maven.
  const extra = [...ours].filter(([, it]) => it.scopes.join() !== 'optional');
  counts.extra += extra.length;
  for (const [key] of extra) process.stdout.write(`${file} ${key}: ours alone\n`);
}
process.stdout.write(
  `${counts.modules} modules: ${counts.same} dependencies as Maven has them; other versions ${counts.versions}, other scopes ${counts.scopes}, ours alone ${counts.extra}\n`,
);
process.exitCode = counts.versions + counts.scopes + counts.extra > 0 ? 1 : 0;
