import { compareDigits, maxVersionLength, type VersionScheme } from './scheme.ts';

/**
 * R's order of versions: numbers between dots and hyphens; of two that agree, the longer comes last.
 *
 * Source: https://stat.ethz.ch/R-manual/R-devel/library/base/html/numeric_version.html
 */
export const cran: VersionScheme = {
  docs: 'https://cran.r-project.org/doc/manuals/R-exts.html#The-DESCRIPTION-file',
  readable: (version) => version.length <= maxVersionLength && /^\d+(?:[.-]\d+)*$/.test(version),
  compare(a, b) {
    const left = a.split(/[.-]/);
    const right = b.split(/[.-]/);
    for (const [at, number] of left.entries()) {
      const other = right[at];
      if (other === undefined) return 1;
      const order = compareDigits(number, other);
      if (order !== 0) return order;
    }
    return left.length - right.length;
  },
};
