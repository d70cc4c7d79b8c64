import type { Confidence, Severity } from '@plumbline/core';

/** What is looked for in libraries beside vulnerabilities. Shape: `message` and `advice` are for the page about it. */
export interface HealthRule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly cwe: readonly number[];
  readonly message: string;
  readonly advice: string;
  readonly references: readonly string[];
  /** Runs only for who asks for it. */
  readonly default?: 'off';
  readonly arguments?: Readonly<Record<string, number>>;
}

/** The category of all of them. */
export const healthCategory = 'health';

export const healthRules = [
  {
    id: 'dependency-confusion',
    title: 'Several registries, and nothing says which library comes from which',
    severity: 'medium',
    confidence: 'medium',
    cwe: [427, 1357],
    message:
      'The package manager asks several registries for every name and takes the highest version that any of them has. Whoever registers the name of a private library in the public one with a high version has their code installed.',
    advice:
      'Say for each library, or for each pattern of names, which registry it comes from; or ask one registry alone that passes the public one on.',
    references: [
      'https://medium.com/@alex.birsan/dependency-confusion-4a5d60fec610',
      'https://owasp.org/www-project-top-10-ci-cd-security-risks/CICD-SEC-03-Dependency-Chain-Abuse',
    ],
  },
  {
    id: 'lock-git-branch',
    title: 'Library from git without a commit',
    severity: 'low',
    confidence: 'high',
    cwe: [494],
    message:
      'A branch of a repository holds something else tomorrow. Without a commit, or the tag of a release, nobody can say what was installed, and who may push there decides what runs here.',
    advice: 'Name the whole id of the commit.',
    references: [],
  },
  {
    id: 'lock-no-checksum',
    title: 'Lock file that cannot tell whether a library was exchanged',
    severity: 'low',
    confidence: 'high',
    cwe: [354, 353],
    message:
      'The lock file has no checksum of a library, or only one by SHA-1 or MD5, for which another content can be made. What is installed is not sure to be what was tested.',
    advice: 'Write the lock file anew with a version of the package manager that notes SHA-256 or SHA-512.',
    references: ['https://docs.npmjs.com/cli/configuring-npm/package-lock-json#packages'],
  },
  {
    id: 'lock-outdated',
    title: 'Lock file that does not know what the project asks for',
    severity: 'low',
    confidence: 'medium',
    cwe: [1104],
    message:
      'The manifest asks for a library that its lock file does not have. The package manager takes whatever version there is then, and no scan sees which.',
    advice: 'Run the package manager once, and commit the lock file with the manifest.',
    references: [],
  },
  {
    id: 'lock-plain-http',
    title: 'Library that is fetched without encryption',
    severity: 'medium',
    confidence: 'high',
    cwe: [319, 494],
    message:
      'Whoever sits on the way between registry and machine can read what is installed and put something else there.',
    advice: 'Ask the registry by https, and write the lock file anew.',
    references: [],
  },
  {
    id: 'package-deprecated',
    title: 'Library that is given up',
    severity: 'medium',
    confidence: 'high',
    cwe: [1104],
    message: 'Its makers have marked this version as one that should not be used any more.',
    advice: 'Nobody mends what is found in it from now on: move to what its makers name, or to another library.',
    references: [],
  },
  {
    id: 'package-end-of-life',
    title: 'Version that gets no security fixes any more',
    severity: 'medium',
    confidence: 'high',
    cwe: [1104, 477],
    message:
      'The makers of a runtime, framework or system have said until when a release is mended. After that day its vulnerabilities stay, and many are not even written down for it.',
    advice: 'Move to a release that is supported.',
    references: ['https://endoflife.date'],
  },
  {
    id: 'package-install-script',
    title: 'Library that runs code when it is installed',
    severity: 'info',
    confidence: 'high',
    cwe: [829],
    message: 'A script of the library runs on every machine that installs it, with all that this machine may read.',
    advice: 'Install without scripts (`--ignore-scripts`) where you can, and allow those that you have looked at.',
    references: ['https://docs.npmjs.com/cli/using-npm/scripts'],
  },
  {
    id: 'package-low-scorecard',
    title: 'Library whose project takes little care',
    severity: 'low',
    confidence: 'medium',
    cwe: [1357],
    message:
      'OpenSSF Scorecard looks at how a project works: reviews, tests, signed releases, protected branches. The score goes from 0 to 10.',
    advice: 'Look at what the score is made of before you rely on the library.',
    references: ['https://scorecard.dev'],
    default: 'off',
    arguments: { least: 4 },
  },
  {
    id: 'package-name-like-another',
    title: 'Library whose name is nearly that of a well-known one',
    severity: 'medium',
    confidence: 'low',
    cwe: [1357],
    message: 'Names like this are made to be typed by mistake, and to be installed with bad code in them.',
    advice: 'Make sure that it is the library you mean.',
    references: [],
  },
  {
    id: 'package-notice',
    title: 'Library with a notice from an advisory database',
    severity: 'info',
    confidence: 'high',
    cwe: [],
    message: 'The database has written something down about the library that is no vulnerability.',
    advice: 'Read the notice.',
    references: ['https://rustsec.org'],
  },
  {
    id: 'package-unmaintained',
    title: 'Library that nobody looks after',
    severity: 'low',
    confidence: 'high',
    cwe: [1104],
    message:
      'An advisory database says that nobody maintains the library, or its repository is archived. What is found in it stays.',
    advice: 'Move to another library, or take this one over.',
    references: ['https://rustsec.org', 'https://github.com/ossf/scorecard/blob/main/docs/checks.md#maintained'],
  },
  {
    id: 'package-unsound',
    title: 'Library that breaks the promises of the language',
    severity: 'low',
    confidence: 'high',
    cwe: [758],
    message:
      'Safe code that uses the library can reach undefined behaviour. That is a vulnerability only for a program that uses it so.',
    advice: 'Move to a version that is sound, or make sure that the part is not used.',
    references: ['https://rustsec.org'],
  },
  {
    id: 'package-wrong-registry',
    title: 'Library from another registry than the one that is set',
    severity: 'medium',
    confidence: 'medium',
    cwe: [427, 1357],
    message:
      'The settings say which registry names of this kind come from, and the lock file has one from elsewhere; or the library bears the name of a private one of this project. That is what a successful attack by dependency confusion looks like.',
    advice: 'Find out whose library it is. Then write the lock file anew with the right registry.',
    references: ['https://medium.com/@alex.birsan/dependency-confusion-4a5d60fec610'],
  },
] as const satisfies readonly HealthRule[];

export type HealthRuleId = (typeof healthRules)[number]['id'];

const byId: ReadonlyMap<string, HealthRule> = new Map(healthRules.map((it) => [it.id, it]));

export function healthRule(id: HealthRuleId): HealthRule {
  return byId.get(id)!;
}
