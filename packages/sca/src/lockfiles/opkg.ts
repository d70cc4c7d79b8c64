import { installedIn } from './dpkg.ts';
import type { Lockfile } from './lockfile.ts';
import { releaseFiles } from './os-release.ts';
import { rootOf, systemPackages } from './system-packages.ts';

/** What opkg has installed, on routers and other small devices: a status file of dpkg's form. */
export const opkg: Lockfile = {
  id: 'opkg',
  ecosystem: 'opkg',
  files: ['usr/lib/opkg/status', 'var/lib/opkg/status'],
  siblings: releaseFiles,
  docs: 'https://openwrt.org/docs/guide-user/additional-software/opkg',
  maxBytes: 64 * 1024 * 1024,

  read(manifest) {
    const { value, problems } = installedIn(manifest);
    const root = rootOf(manifest.path, 4);
    return { value: systemPackages(manifest, { ecosystem: 'opkg', root }, value), problems };
  },
};
