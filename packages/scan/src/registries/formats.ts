import type { Answers, Question, QuestionKind } from '@plumbline/sca';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { mavenFolder, mavenVersions } from './maven-format.ts';
import { npmPackument, NpmPackument } from './npm-format.ts';
import {
  jsonMetadata,
  metadataAddress,
  pythonMetadata,
  pythonReleases,
  PythonMetadataKept,
  PythonReleases,
} from './python-format.ts';
import type { KnownRegistry } from './places.ts';

/** How one kind of question is asked, and what its answers mean. */
export interface QuestionFormat<T> {
  readonly registry: KnownRegistry;
  readonly docs: string;
  readonly accept: string;
  /** `base` has no slash at its end. Undefined: this registry cannot be asked that. */
  readonly url: (base: string, question: Question) => string | undefined;
  /** Undefined for what is no answer of such a registry. */
  readonly read: (text: string, url: string) => T | undefined;
  /** Whether what was kept is an answer. */
  readonly isKept: (value: unknown) => value is T;
  /** It never changes: it is asked once. */
  readonly isFinal?: true;
}

export const formats: { readonly [K in QuestionKind]: QuestionFormat<Answers[K]> } = {
  npm: {
    registry: 'npm',
    docs: 'https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md',
    accept: 'application/vnd.npm.install-v1+json, application/json;q=0.8',
    url: (base, { name }) => `${base}/${name.replace('/', '%2f')}`,
    read: npmPackument,
    isKept: (value): value is Answers['npm'] => Check(NpmPackument, value),
  },
  pypi: {
    registry: 'pypi',
    docs: 'https://packaging.python.org/en/latest/specifications/simple-repository-api/',
    accept: 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1',
    url: (base, { name }) => `${base.replace(/\/pypi$/, '/simple')}/${encodeURIComponent(name)}/`,
    read: pythonReleases,
    isKept: (value): value is Answers['pypi'] => Check(PythonReleases, value),
  },
  'pypi-metadata': {
    registry: 'pypi',
    docs: 'https://packaging.python.org/en/latest/specifications/core-metadata/',
    accept: '*/*',
    url: metadataAddress,
    read: (text, url) => (url.endsWith('/json') ? jsonMetadata(text) : pythonMetadata(text)),
    isKept: (value): value is Answers['pypi-metadata'] => Check(PythonMetadataKept, value),
    isFinal: true,
  },
  'maven-versions': {
    registry: 'maven',
    docs: 'https://maven.apache.org/repositories/metadata.html',
    accept: '*/*',
    url: (base, { name }) => `${base}/${mavenFolder(name)}/maven-metadata.xml`,
    read: mavenVersions,
    isKept: (value): value is Answers['maven-versions'] => Check(Type.Array(Type.String()), value),
  },
  'maven-pom': {
    registry: 'maven',
    docs: 'https://maven.apache.org/repositories/layout.html',
    accept: '*/*',
    url: (base, { name, version }) => {
      const file = `${name.slice(name.indexOf(':') + 1)}-${version}.pom`;
      return `${base}/${mavenFolder(name)}/${encodeURIComponent(version)}/${encodeURIComponent(file)}`;
    },
    read: (text) => (text.includes('<project') ? text : undefined),
    isKept: (value): value is Answers['maven-pom'] => typeof value === 'string',
    isFinal: true,
  },
};
