import { cargoToml } from './cargo-toml.ts';
import { composerJson } from './composer-json.ts';
import { gemfile } from './gemfile.ts';
import { goMod } from './go-mod.ts';
import { gradle, gradleCatalog, gradleProperties } from './gradle.ts';
import type { ManifestFormat } from './manifest-format.ts';
import { msbuild } from './nuget.ts';
import { packageJson } from './package-json.ts';
import { pomXml } from './pom-xml.ts';
import { pipfile, pyproject } from './pyproject.ts';
import { requirementsTxt } from './requirements.ts';

/** Every manifest that can be edited. */
export const manifestFormats: readonly ManifestFormat[] = [
  packageJson,
  requirementsTxt,
  pyproject,
  pipfile,
  pomXml,
  gradle,
  gradleCatalog,
  gradleProperties,
  goMod,
  cargoToml,
  gemfile,
  composerJson,
  msbuild,
];

/** Whether a file is a manifest that a fix may change. */
export function isEditable(path: string): boolean {
  return manifestFormats.some((it) => it.files.test(path));
}
