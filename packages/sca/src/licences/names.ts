/** What people write where an SPDX id should be: a pattern over the name in small letters, without punctuation. */
const names: readonly (readonly [name: RegExp, id: string])[] = [
  [/^(the )?(mit|expat)( x11)?( license| licence)?$/, 'MIT'],
  [/^mit x11$|^x11( license)?$/, 'X11'],
  [/^(the )?mit no attribution( license)?$/, 'MIT-0'],
  [/^(the )?isc( license)?( iscl)?$/, 'ISC'],
  [/^(the )?(apache|asl|al)( software)?( license| licence)?( version)? ?v?(2|2 0|20)( license)?$/, 'Apache-2.0'],
  [/^(the )?apache( software)? license( version)? ?(2|2 0)?( http.*)?$/, 'Apache-2.0'],
  [/^apache( license)?( version)? ?1 1$/, 'Apache-1.1'],
  [/^(the )?(new|modified|revised|3 clause|new style) bsd( 3 clause)?( license)?$/, 'BSD-3-Clause'],
  [/^bsd (license )?(3|three)( clause)?( license)?$|^bsd 3 clause .*license$/, 'BSD-3-Clause'],
  [
    /^(the )?(simplified|freebsd|2 clause) bsd( license)?$|^(simplified )?bsd( license)? (2|two)( clause)?( license)?$/,
    'BSD-2-Clause',
  ],
  [/^(free public license 1 0 0|zero clause bsd|bsd zero clause|0bsd)( license)?$/, '0BSD'],
  [
    /^(gnu )?(general public license|gpl)( gpl)?( version)? ?v?2( 0)?( only)?( gplv2)?$|^gplv?2$|^gnu gpl v?2$/,
    'GPL-2.0-only',
  ],
  [
    /^(gnu )?(general public license|gpl)( version)? ?v?2( 0)?( or later| \+|\+)( gplv2 )?\+?$|^gplv?2\+$/,
    'GPL-2.0-or-later',
  ],
  [/^(gnu )?(general public license|gpl)( gpl)?( version)? ?v?3( 0)?( only)?( gplv3)?$|^gplv?3$/, 'GPL-3.0-only'],
  [
    /^(gnu )?(general public license|gpl)( version)? ?v?3( 0)?( or later|\+)( gplv3 )?\+?$|^gplv?3\+$/,
    'GPL-3.0-or-later',
  ],
  [
    /^(gnu )?(lesser|library) general public license( lgpl)?( version)? ?v?2 1( only)?$|^(gnu )?lgpl ?v?2 1$/,
    'LGPL-2.1-only',
  ],
  [/^(gnu )?lesser general public license( version)? ?v?2 1( or later|\+).*$|^lgpl ?v?2 1\+$/, 'LGPL-2.1-or-later'],
  [
    /^(gnu )?(lesser|library) general public license( version)? ?v?3( 0)?( only)?( lgplv3)?$|^(gnu )?lgpl ?v?3$/,
    'LGPL-3.0-only',
  ],
  [/^(gnu )?lesser general public license( version)? ?v?3( 0)?( or later|\+).*$|^lgpl ?v?3\+$/, 'LGPL-3.0-or-later'],
  [/^(gnu )?(affero general public license|agpl)( version)? ?v?3( 0)?( only)?( agplv3)?$/, 'AGPL-3.0-only'],
  [/^(gnu )?affero general public license( version)? ?v?3( 0)?( or later|\+).*$|^agpl ?v?3\+$/, 'AGPL-3.0-or-later'],
  [/^(the )?(mozilla public license|mpl)( mpl)?( version)? ?v?2( 0)?( mpl 2 0)?$/, 'MPL-2.0'],
  [/^(mozilla public license|mpl)( version)? ?1 1( mpl 1 1)?$/, 'MPL-1.1'],
  [/^(the )?(eclipse public license|epl)( version)? ?v?1( 0)?$/, 'EPL-1.0'],
  [/^(the )?(eclipse public license|epl)( version)? ?v?2( 0)?$/, 'EPL-2.0'],
  [/^(eclipse distribution license|edl)( version)? ?v?1( 0)?$/, 'BSD-3-Clause'],
  [/^(common development and distribution license|cddl)( cddl)?( version)? ?v?1( 0)?$/, 'CDDL-1.0'],
  [/^cddl ?1 1$/, 'CDDL-1.1'],
  [/^(common public license)( version)? ?1 0$/, 'CPL-1.0'],
  [/^(python software foundation license|psf|psfl|python license)$/, 'PSF-2.0'],
  [/^(the )?ruby( license)?$|^ruby s$/, 'Ruby'],
  [/^(the )?php license( 3 01)?$/, 'PHP-3.01'],
  [/^(the )?artistic( license)? 2( 0)?$/, 'Artistic-2.0'],
  [/^(boost software license|bsl)( version)? ?1 0$/, 'BSL-1.0'],
  [/^(the )?unlicense( unlicense)?$/, 'Unlicense'],
  [/^(do what the f\w* you want to public license|wtfpl)( version)? ?2?$/, 'WTFPL'],
  [/^(creative commons zero|cc0)( v?1 0)?( universal)?$|^cc0 1 0 universal.*$/, 'CC0-1.0'],
  [/^(creative commons attribution|cc by) ?4 0.*$/, 'CC-BY-4.0'],
  [/^(zlib|zlib libpng)( license)?$/, 'Zlib'],
  [/^zope public license( 2 1)?$|^zpl 2 1$/, 'ZPL-2.1'],
  [/^(university of illinois )?ncsa( open source license)?$/, 'NCSA'],
  [/^postgresql( license)?$/, 'PostgreSQL'],
  [/^(sil )?open font license( 1 1)?$|^ofl 1 1$/, 'OFL-1.1'],
  [/^(european union public licen[cs]e|eupl)( version)? ?1 2$/, 'EUPL-1.2'],
  [/^bouncy castle licen[cs]e$/, 'MIT'],
  [/^(historical permission notice and disclaimer)( hpnd)?$/, 'HPND'],
  // Addresses, as manifests of bundles have them.
  [/^https? (www )?apache org licenses license 2 0( txt| html)?$/, 'Apache-2.0'],
  [/^https? (www )?opensource org licenses? mit( license)?( php| html)?$/, 'MIT'],
  [/^https? (www )?opensource org licenses apache 2 0( php| html)?$/, 'Apache-2.0'],
  [/^https? (www )?eclipse org( legal| org documents)?( epl)? epl( v)? ?v?1 ?0( html| php| epl v10 html)?$/, 'EPL-1.0'],
  [/^https? (www )?eclipse org legal epl( v)? ?v?2 ?0( html| php)?$/, 'EPL-2.0'],
  [/^https? (www )?eclipse org org documents edl v10( html| php)?$/, 'BSD-3-Clause'],
  [/^https? (www )?gnu org licenses( old licenses)? lgpl 2 1( txt| html| en html)?$/, 'LGPL-2.1-only'],
  [/^https? (www )?gnu org licenses lgpl( 3 0)?( txt| html)?$/, 'LGPL-3.0-only'],
  [/^https? (www )?mozilla org( en us)? mpl 2 0( index txt)?$/, 'MPL-2.0'],
];

/** The SPDX id that a name stands for; undefined where it may stand for several, as `BSD` and `GPL` do. */
export function idOf(name: string): string | undefined {
  const bare = name
    .replace(/\s*\([A-Za-z0-9 .+-]{2,12}\)\s*$/, '')
    .toLowerCase()
    .replaceAll(/^license(?:-file)?:?\s*|^osi approved\s*(?:::)?\s*/g, '')
    .replaceAll(/[^a-z0-9+]+/g, ' ')
    .replaceAll(/\bv (?=\d)/g, 'v')
    .trim();
  if (bare === '' || bare.length > 120) return undefined;
  return names.find(([pattern]) => pattern.test(bare))?.[1];
}
