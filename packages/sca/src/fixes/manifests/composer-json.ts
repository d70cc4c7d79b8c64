import { member, membersOf, readJson, textOf } from '../../text/json.ts';
import type { ManifestFormat } from './manifest-format.ts';
import { setMember } from './package-json.ts';

/** Composer's. */
export const composerJson: ManifestFormat = {
  id: 'composer-json',
  ecosystem: 'composer',
  files: /(?:^|\/)composer\.json$/,
  docs: 'https://getcomposer.org/doc/04-schema.md#package-links',

  requirements(text) {
    const root = readJson(text).value;
    return ['require', 'require-dev'].flatMap((list) =>
      Array.from(membersOf(member(root, list))).flatMap(([name, { value }]) => {
        const range = textOf(value);
        if (range === undefined || text.slice(value.start + 1, value.end - 1) !== range) return [];
        return [{ name, range, start: value.start + 1, end: value.end - 1 }];
      }),
    );
  },

  /** Composer has no word for it: there the project asks for the package itself. */
  pin(text, { name, version }) {
    const root = readJson(text).value;
    return root?.is === 'object'
      ? [setMember(text, root, ['require', name], `^${version.replace(/^v/, '')}`)]
      : undefined;
  },
};
