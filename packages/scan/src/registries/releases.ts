import { registries, type Ecosystem, type Package } from '@plumbline/core';
import type { Question, Release, VersionSource } from '@plumbline/sca';
import { RegistryClient, type RegistryOptions } from './client.ts';

export interface ReleaseOptions extends Omit<RegistryOptions, 'onProgress'> {
  readonly onProgress?: ((text: string) => void) | undefined;
  /** Hears why a registry did not answer. */
  readonly onFailure?: ((message: string) => void) | undefined;
}

/**
 * What registries know of the versions of some packages: what was kept of earlier answers, and with `fetch` what they
 * answer now. A package that a registry does not answer about has none.
 */
export async function releasesOf(packages: readonly Package[], options: ReleaseOptions): Promise<VersionSource> {
  const { onProgress, onFailure } = options;
  const client = new RegistryClient({
    ...options,
    onProgress: (_, waiting) => onProgress?.(waiting === 0 ? '' : `${waiting} to go`),
  });
  const questions = new Map<string, Question>();
  for (const { ecosystem, name } of packages) {
    const question = questionFor(ecosystem, name);
    if (question) questions.set(`${ecosystem}\0${name}`, question);
  }
  await client.ask([...questions.values()]);
  const known = new Map<string, readonly Release[]>();
  for (const [key, question] of questions) {
    const releases = releasesIn(client, question);
    if (releases) known.set(key, releases);
    else if (options.fetch) onFailure?.(failureOf(client, question));
  }
  return { versions: (ecosystem, name) => known.get(`${ecosystem}\0${name}`) };
}

const kinds = { npm: 'npm', pypi: 'pypi', maven: 'maven-versions' } as const;

function questionFor(ecosystem: Ecosystem, name: string): Question | undefined {
  if (ecosystem !== 'npm' && ecosystem !== 'pypi' && ecosystem !== 'maven') return undefined;
  const normal = ecosystem === 'pypi' ? registries.pypi.normalName(name) : name;
  return { is: kinds[ecosystem], name: normal, version: '' };
}

function releasesIn(client: RegistryClient, { is, ...rest }: Question): readonly Release[] | undefined {
  switch (is) {
    case 'npm': {
      const answer = client.answer({ is, ...rest });
      return answer?.is === 'known' ? answer.value.releases.map(npmRelease) : undefined;
    }
    case 'pypi': {
      const answer = client.answer({ is, ...rest });
      return answer?.is === 'known'
        ? answer.value.map(({ version, yanked }) => ({ version, deprecated: yanked }))
        : undefined;
    }
    case 'maven-versions': {
      const answer = client.answer({ is, ...rest });
      return answer?.is === 'known' ? answer.value.map((version) => ({ version })) : undefined;
    }
    default:
      return undefined;
  }
}

function failureOf(client: RegistryClient, question: Question): string {
  const answer = client.answer(question);
  return `${question.name}: ${answer?.is === 'absent' ? answer.reason : 'its registry does not answer'}`;
}

interface NpmFields {
  readonly version: string;
  readonly deprecated?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly address?: string;
  readonly integrity?: string;
}

/** Without the address of one that wants optional or peer packages: a lock file has more to say of it than we know. */
function npmRelease(it: NpmFields): Release {
  const {
    version,
    deprecated,
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    address,
    integrity,
  } = it;
  const isPlain = Object.keys(optionalDependencies).length + Object.keys(peerDependencies).length === 0;
  const files = isPlain && integrity !== undefined && address !== undefined ? { address, integrity } : {};
  return { version, dependencies, deprecated: deprecated !== undefined, ...files };
}
