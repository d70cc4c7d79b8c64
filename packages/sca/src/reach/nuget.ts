import type { Naming } from './naming.ts';

/** Packages whose namespaces are called otherwise. Source: their own API documentation */
const namespaces: Readonly<Record<string, string>> = {
  bouncycastle: 'Org.BouncyCastle',
  'bouncycastle.cryptography': 'Org.BouncyCastle',
  'portable.bouncycastle': 'Org.BouncyCastle',
  dotnetzip: 'Ionic.Zip Ionic.Zlib',
  log4net: 'log4net',
  'newtonsoft.json': 'Newtonsoft.Json',
  restsharp: 'RestSharp',
  sharpziplib: 'ICSharpCode.SharpZipLib',
  sharpcompress: 'SharpCompress',
  'sixlabors.imagesharp': 'SixLabors.ImageSharp',
  'system.data.sqlclient': 'System.Data.SqlClient',
  'microsoft.data.sqlclient': 'Microsoft.Data.SqlClient',
  'system.text.json': 'System.Text.Json',
  'system.text.encodings.web': 'System.Text.Encodings.Web',
  'system.text.regularexpressions': 'System.Text.RegularExpressions',
  'system.security.cryptography.xml': 'System.Security.Cryptography.Xml',
  'system.identitymodel.tokens.jwt': 'System.IdentityModel.Tokens.Jwt',
  'system.linq.dynamic.core': 'System.Linq.Dynamic.Core',
  yamldotnet: 'YamlDotNet',
};

/** A package mostly has the namespace of its name. */
export const csharpNaming: Naming = {
  ecosystem: 'nuget',
  language: 'csharp',
  separator: /\./,
  modules({ name }) {
    const known = Object.hasOwn(namespaces, name.toLowerCase())
      ? namespaces[name.toLowerCase()]!.split(' ')
      : undefined;
    return { names: known ?? [name], sure: known !== undefined };
  },
  isStandard: (module) => /^System(?:\.|$)/.test(module),
  beside: /\.(?:fs|vb|cshtml|razor|xaml|aspx)$/,
};
