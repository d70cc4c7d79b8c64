import { likeAnother } from './names.ts';
import { shownName, type Check, type Remark } from './remark.ts';

/** What a lock file or a name says of a library by itself. */
export const marks: Check = function* ({ packages }): Iterable<Remark> {
  for (const it of packages) {
    if (it.origin !== 'registry') continue;
    const about = { package: it, location: it.location } as const;
    const { deprecated } = it;
    if (deprecated !== undefined) {
      const said = deprecated === '' ? '' : `: ${deprecated.trim().replace(/\.$/, '').slice(0, 300)}`;
      const message = `${shownName(it)} is marked as deprecated${said}.`;
      yield { rule: 'package-deprecated', message, ...about, severity: it.direct ? 'medium' : 'low' };
    }
    // What others ask for was not typed here.
    const other = it.direct ? likeAnother(it.ecosystem, it.name) : undefined;
    if (other !== undefined) {
      const message = `${it.name} is named nearly as ${other}. Names like this are made to be typed by mistake, and to be installed with bad code in them.`;
      const advice = `Make sure that it is the library you mean; else ask for ${other}.`;
      yield { rule: 'package-name-like-another', message, advice, ...about };
    }
    if (it.installScript === true) {
      const message = `${shownName(it)} runs a script of its own on every machine that installs it.`;
      yield { rule: 'package-install-script', message, ...about };
    }
  }
};
