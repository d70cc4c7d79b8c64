/** What a licence asks of who passes the code on, from the least to the most. */
export const classes = [
  'public-domain',
  'permissive',
  'weak-copyleft',
  'strong-copyleft',
  'network-copyleft',
  'non-commercial',
  'source-available',
  'unknown',
] as const;
export type LicenceClass = (typeof classes)[number];

/** By SPDX id; the first that fits. Versions of one licence are of one class. */
const table: readonly (readonly [LicenceClass, RegExp])[] = [
  [
    'public-domain',
    /^(?:0BSD|CC0-1\.0|CC-PDDC|Unlicense|WTFPL|MIT-0|BlueOak-PD|PDDL-1\.0|SAX-PD|blessing|NIST-PD|libselinux)/,
  ],
  ['network-copyleft', /^(?:AGPL-|Affero|EUPL-1\.2|OSL-|CPAL-|RPSL-|Parity-|CAL-1\.0|Watcom|NPOSL-)/],
  ['non-commercial', /(?:-NC(?:-|$)|NonCommercial|^PolyForm-Noncommercial|^Aladdin|^CC-BY-ND|^CC-BY-NC)/],
  [
    'source-available',
    /^(?:BUSL-|SSPL-|JSON$|Hippocratic|Elastic-|FSL-|PolyForm-|Confluent|Commons-Clause|UNLICENSED|SEE LICENSE|LicenseRef-.*(?:[Pp]roprietary|[Cc]ommercial))/,
  ],
  [
    'weak-copyleft',
    /^(?:LGPL-|LGPLLR|MPL-|EPL-|CDDL-|CPL-|IPL-|APSL-|NPL-|SPL-|CECILL-C|MS-RL|EUPL-1\.[01]|ErlPL-|Artistic-|ClArtistic|OFL-|Motosoto|Nokia|RPL-|QPL-|SISSL|Sleepycat|wxWindows|gSOAP|LPPL-|CC-BY-SA|ODbL|CDLA-Sharing|LPL-|SugarCRM|Interbase|CERN-OHL-W)/,
  ],
  [
    'strong-copyleft',
    /^(?:GPL-|CECILL-|CERN-OHL-S|GFDL-|copyleft-next|OCLC-|Linux-man-pages-copyleft|TAPR|MS-LPL|eCos)/,
  ],
  [
    'permissive',
    /^(?:MIT|ISC|BSD-|Apache-|X11|Zlib|libpng|PSF-|Python-|Ruby|PHP-|BSL-1\.0|NCSA|PostgreSQL|curl|Unicode-|W3C|Zend-|ZPL-|AFL-|ECL-|EFL-|UPL-|BlueOak-|HPND|NTP|OpenSSL|FTL|IJG|ICU|JasPer|Libpng|MirOS|MulanPSL|Naumen|OLDAP|PIL$|TCL|TCP-wrappers|Vim|XFree86|Xnet|zlib-|CC-BY-[1-4]|CDLA-Permissive|OGL-|ODC-By|etalab-|LZMA-SDK|Qhull|SunPro|TermReadKey|UCAR|WordNet|HDF5|NIST-Software|Beerware|Fair|FSFAP|Info-ZIP|Intel|Bitstream|AML|ANTLR-PD|APAFML|Adobe-|AMPAS|Boehm|bzip2|CNRI|DOC|EDL|Entessa|FSFUL|ImageMagick|JPNIC|Latex2e|LiLiQ-P|MS-PL|MTLL|Multics|NAIST|NLPL|OGTSL|Plexus|SGI-B|SMLNJ|SWL|Spencer|StandardML|TU-Berlin|UCL|VSL|Xerox|SSH-|Saxpath|mpich2|Net-SNMP|NetCDF|OML|RSA-MD|Rdisc|SNIA|Xfig)/,
  ],
];

/** Which exceptions make a licence weaker: linking is free with them. Source: https://spdx.org/licenses/exceptions-index.html */
const linking =
  /Classpath|GCC-exception|Autoconf|Bison|openvpn|LLVM|linking|Linking|u-boot|WxWindows|FLTK|Libtool|OCaml|Qt-|Universal-FOSS|Font-exception|LGPL-3\.0/;

/** The class of a licence by its SPDX id. */
export function classOf(id: string, exception?: string): LicenceClass {
  const found = table.find(([, pattern]) => pattern.test(id))?.[0] ?? 'unknown';
  if (exception === undefined || !linking.test(exception)) return found;
  return found === 'strong-copyleft' || found === 'network-copyleft' ? 'weak-copyleft' : found;
}
