import { languageOf } from '@plumbline/sast';
import { withReach, type ProjectCode } from '@plumbline/sca';
import type { Code } from './code.ts';
import { projectOf, type Libraries } from './libraries.ts';
import type { Knowledge } from './rules/index.ts';
import type { Skip, SkipReason } from './walk/skip.ts';
import type { Walked } from './walk/walk.ts';

/** What is left out and may be code that somebody wrote for this project. */
const ownCode = new Set<SkipReason>([
  'excluded',
  'semgrepignore',
  'plumbignore',
  'minified',
  'generated',
  'too-large',
  'unreadable',
]);

/** All that a scan has seen of the project. `isAll`: nothing was left out because only a part was asked for. */
export interface Sights {
  readonly root: string;
  readonly libraries: Libraries | undefined;
  readonly code: Code | undefined;
  readonly walked: Walked;
  readonly knowledge: Knowledge;
  readonly isAll: boolean;
}

/** The libraries with what the project's own code says of how far it leads to them. */
export function reached({ root, libraries, code, walked, knowledge, isAll }: Sights): Libraries | undefined {
  if (!libraries || !code || code.links.length === 0) return libraries;
  const skips = [...walked.skips, ...code.skips].filter((it) => ownCode.has(it.reason));
  const broken = new Set(code.problems.flatMap((it) => it.file ?? []));
  const isWhole: ProjectCode['isWhole'] = (folder, language, beside) => {
    const isHere = (path: string): boolean => folder === '' || path.startsWith(`${folder}/`) || isAbove(path, folder);
    const isOf = (path: string): boolean => languageOf(path)?.models === language;
    return (
      isAll &&
      !skips.some((it) => isHere(it.path) && mayHold(it, isOf)) &&
      !walked.files.some(({ path }) => isHere(path) && (beside?.test(path) || (broken.has(path) && isOf(path))))
    );
  };
  const { findings, packages } = libraries;
  const project = projectOf(root, walked.files);
  const reachable = withReach(findings, packages, { files: code.links, project, isWhole }, knowledge.symbols);
  return { ...libraries, findings: reachable };
}

/** Shape: folders end in `/`. */
function isAbove(path: string, folder: string): boolean {
  return path.endsWith('/') && `${folder}/`.startsWith(path);
}

function mayHold({ path }: Skip, isOf: (path: string) => boolean): boolean {
  return path.endsWith('/') || isOf(path);
}
