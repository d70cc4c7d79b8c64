import { linesIn } from '../../text/lines.ts';
import type { ManifestFormat, Requirement } from './manifest-format.ts';
import { pythonRequirement } from './python-requirement.ts';

/** pip's lists. Lines with checksums are left alone: the checksum is of one version. */
export const requirementsTxt: ManifestFormat = {
  id: 'requirements',
  ecosystem: 'pypi',
  files:
    /(?:^|\/)(?:[^/]*(?:requirements|constraints)[^/]*|requirements\/[^/]+|base|common|dev|test|prod|production|docs)\.(?:txt|in)$/,
  docs: 'https://pip.pypa.io/en/stable/reference/requirements-file-format/',

  requirements(text) {
    const found: Requirement[] = [];
    let at = 0;
    for (const line of linesIn(text)) {
      const start = at;
      at += line.text.length;
      at += text.startsWith('\r\n', at) ? 2 : Number(at < text.length);
      if (line.text.length > 1000 || /\\\s*$|--hash/.test(line.text)) continue;
      const code = line.text.replace(/(?:^|\s)#.*$/, '').replace(/\s--?[a-z][a-z-]*(?:[=\s].*)?$/, '');
      const requirement = pythonRequirement(code, start);
      if (requirement) found.push({ ...requirement, whole: [start, at] });
    }
    return found;
  },
};
