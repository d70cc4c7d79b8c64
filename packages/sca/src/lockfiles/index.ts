import { ivy } from './ivy.ts';
import { clojureBuild } from './clojure-build.ts';
import { buildWrapper } from './build-wrapper.ts';
import { helmChart } from './helm-chart.ts';
import { helmValues } from './helm-values.ts';
import { kustomization } from './kustomization.ts';
import { pipelines } from './pipelines.ts';
import { preCommit } from './pre-commit.ts';
import { devcontainer } from './devcontainer.ts';
import { ansibleGalaxy } from './ansible-galaxy.ts';
import { dotnetTools } from './dotnet-tools.ts';
import { javaArchive } from './java-archive.ts';
import { pythonArchive } from './python-archive.ts';
import { extensionArchive } from './extension-archive.ts';
import { nugetArchive } from './nuget-archive.ts';
import { gemArchive } from './gem-archive.ts';
import { crateArchive } from './crate-archive.ts';
import { tarArchive } from './tar-archive.ts';
import { zipArchive } from './zip-archive.ts';
import { executable } from './executable.ts';
import { apkInstalled } from './apk-installed.ts';
import { chisel } from './chisel.ts';
import { dpkg } from './dpkg.ts';
import { flatpak } from './flatpak.ts';
import { homebrew } from './homebrew.ts';
import { opkg } from './opkg.ts';
import { pacman } from './pacman.ts';
import { portage } from './portage.ts';
import { rpmDatabase } from './rpm-database.ts';
import { rpmManifest } from './rpm-manifest.ts';
import { snap } from './snap.ts';
import { bazelModule } from './bazel-module.ts';
import { bazelMavenLock } from './bazel-maven-lock.ts';
import { mixManifest } from './mix-manifest.ts';
import { rebarManifest } from './rebar-manifest.ts';
import { swiftManifest } from './swift-manifest.ts';
import { cpanfile } from './cpanfile.ts';
import { rDescription } from './r-description.ts';
import { conanManifest } from './conan-manifest.ts';
import { juliaProject } from './julia-project.ts';
import { opamSwitch } from './opam-switch.ts';
import { vscodeInstalled } from './vscode-installed.ts';
import { chromeExtension } from './chrome-extension.ts';
import { wordpressPlugin } from './wordpress-plugin.ts';
import { spack } from './spack.ts';
import { cosPackages } from './cos-packages.ts';
import { chocolatey } from './chocolatey.ts';
import { macApp } from './mac-app.ts';
import { nimbleManifest } from './nimble-manifest.ts';
import { podfile } from './podfile.ts';
import { denoJson } from './deno-json.ts';
import { pubspec } from './pubspec.ts';
import { gemfileManifest } from './gemfile-manifest.ts';
import { composerManifest } from './composer-manifest.ts';
import { gleamToml } from './gleam-toml.ts';
import { nimbleLock } from './nimble-lock.ts';
import { opam } from './opam.ts';
import { luarocks } from './luarocks.ts';
import { cpanMeta } from './cpan-meta.ts';
import { cpanSnapshot } from './cpan-snapshot.ts';
import { gemspec } from './gemspec.ts';
import { juliaManifest } from './julia-manifest.ts';
import { goVendor } from './go-vendor.ts';
import { composerInstalled } from './composer-installed.ts';
import { nodeManifest } from './node-manifest.ts';
import { stackLock } from './stack-lock.ts';
import { cabalFreeze } from './cabal-freeze.ts';
import { vcpkg } from './vcpkg.ts';
import { carthage } from './carthage.ts';
import { cargoManifest } from './cargo-manifest.ts';
import { gleamManifest } from './gleam-manifest.ts';
import { rebarLock } from './rebar-lock.ts';
import { sbtLock } from './sbt-lock.ts';
import { sbtBuild } from './sbt-build.ts';
import { gradleConsistent } from './gradle-consistent.ts';
import { gradleBuild } from './gradle-build.ts';
import { gradleVerification } from './gradle-verification.ts';
import { kubernetesImages } from './kubernetes-images.ts';
import { runtimeVersion } from './runtime-version.ts';
import { toolVersions } from './tool-versions.ts';
import { gitmodules } from './gitmodules.ts';
import { terraformConfig } from './terraform-config.ts';
import { terraformLock } from './terraform-lock.ts';
import { githubActions } from './github-actions.ts';
import { composeImages } from './compose-images.ts';
import { dockerfileImages } from './dockerfile-images.ts';
import { pipfile } from './pipfile.ts';
import { pythonInstalled } from './python-installed.ts';
import { condaMeta } from './conda-meta.ts';
import { condaLock } from './conda-lock.ts';
import { condaEnvironment } from './conda-environment.ts';
import { setupPy } from './setup-py.ts';
import { setupCfg } from './setup-cfg.ts';
import { paketDependencies } from './paket-dependencies.ts';
import { paketLock } from './paket-lock.ts';
import { nugetDeps } from './nuget-deps.ts';
import { nugetConfig } from './nuget-config.ts';
import { nugetCentral } from './nuget-central.ts';
import { nugetProject } from './nuget-project.ts';
import { cargoLock } from './cargo-lock.ts';
import { gemfileLock } from './gemfile-lock.ts';
import { composerLock } from './composer-lock.ts';
import { bunLock } from './bun-lock.ts';
import { nugetLock } from './nuget-lock.ts';
import { nugetAssets } from './nuget-assets.ts';
import { gradleLockfile } from './gradle-lockfile.ts';
import { gradleCatalog } from './gradle-catalog.ts';
import { denoLock } from './deno-lock.ts';
import { mixLock } from './mix-lock.ts';
import { pubspecLock } from './pubspec-lock.ts';
import { swiftResolved } from './swift-resolved.ts';
import { conanLock } from './conan-lock.ts';
import { podfileLock } from './podfile-lock.ts';
import { goMod } from './go-mod.ts';
import type { Lockfile } from './lockfile.ts';
import { packageLock } from './package-lock.ts';
import { pdmLock } from './pdm-lock.ts';
import { pipfileLock } from './pipfile-lock.ts';
import { pnpmLock } from './pnpm-lock.ts';
import { poetryLock } from './poetry-lock.ts';
import { pom } from './pom.ts';
import { pylock } from './pylock.ts';
import { pyprojectToml } from './pyproject-toml.ts';
import { renvLock } from './renv-lock.ts';
import { requirements } from './requirements.ts';
import { uvLock } from './uv-lock.ts';
import { cyclonedxJson, cyclonedxXmlFile } from './sbom-cyclonedx.ts';
import { spdxJson, spdxTags } from './sbom-spdx.ts';
import { yarnLock } from './yarn-lock.ts';

/** Every format that is read. The first whose file names match takes a file. */
export const lockfiles: readonly Lockfile[] = [
  packageLock,
  pnpmLock,
  yarnLock,
  requirements,
  poetryLock,
  uvLock,
  pdmLock,
  pipfileLock,
  pylock,
  pyprojectToml,
  pom,
  goMod,
  cargoLock,
  gemfileLock,
  composerLock,
  bunLock,
  nugetLock,
  nugetAssets,
  paketDependencies,
  paketLock,
  nugetDeps,
  nugetConfig,
  nugetCentral,
  nugetProject,
  dotnetTools,
  gradleLockfile,
  gradleCatalog,
  denoLock,
  mixLock,
  pubspecLock,
  swiftResolved,
  conanLock,
  podfileLock,
  renvLock,
  setupCfg,
  setupPy,
  condaEnvironment,
  condaLock,
  condaMeta,
  pythonInstalled,
  pipfile,
  dockerfileImages,
  composeImages,
  githubActions,
  helmChart,
  helmValues,
  kustomization,
  pipelines,
  preCommit,
  devcontainer,
  ansibleGalaxy,
  terraformLock,
  terraformConfig,
  gitmodules,
  toolVersions,
  runtimeVersion,
  gradleVerification,
  gradleBuild,
  gradleConsistent,
  sbtBuild,
  sbtLock,
  bazelModule,
  ivy,
  clojureBuild,
  buildWrapper,
  bazelMavenLock,
  rebarLock,
  gleamManifest,
  cargoManifest,
  carthage,
  vcpkg,
  cabalFreeze,
  stackLock,
  nodeManifest,
  composerInstalled,
  goVendor,
  juliaManifest,
  gemspec,
  cpanSnapshot,
  cpanMeta,
  luarocks,
  opam,
  nimbleLock,
  gleamToml,
  composerManifest,
  gemfileManifest,
  pubspec,
  denoJson,
  podfile,
  mixManifest,
  rebarManifest,
  swiftManifest,
  cpanfile,
  rDescription,
  conanManifest,
  juliaProject,
  opamSwitch,
  nimbleManifest,
  vscodeInstalled,
  chromeExtension,
  wordpressPlugin,
  spack,
  cosPackages,
  chocolatey,
  macApp,
  // Before those that take any file in YAML.
  snap,
  dpkg,
  opkg,
  apkInstalled,
  rpmDatabase,
  rpmManifest,
  pacman,
  portage,
  chisel,
  flatpak,
  homebrew,
  javaArchive,
  pythonArchive,
  extensionArchive,
  nugetArchive,
  gemArchive,
  crateArchive,
  tarArchive,
  zipArchive,
  executable,
  spdxJson,
  spdxTags,
  cyclonedxJson,
  cyclonedxXmlFile,
  // Any YAML may be one of these: the others go before.
  kubernetesImages,
];
