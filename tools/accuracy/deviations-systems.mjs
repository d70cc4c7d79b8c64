const peer = 'datadog-sbom-generator';

/** What operating systems have installed. */
export const ofSystems = [
  {
    peer,
    format: 'apk',
    files: ['files/apk/malformed_installed'],
    kind: 'package',
    names: ['busybox'],
    reason:
      'An entry without a version is damaged: it is told as a problem. The other scanner, osv-scalibr, leaves it out, too.',
  },
  {
    peer,
    format: 'dpkg',
    files: ['files/dpkg/malformed_status'],
    kind: 'package',
    names: ['bash', 'util-linux'],
    reason:
      'A paragraph without a version, and one without a name, are damaged: they are told as problems. osv-scalibr leaves them out, too.',
  },
];
