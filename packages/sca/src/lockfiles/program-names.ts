/** Programs have any name, mostly none with an ending; these have none, and are texts. */
const nameless =
  /(?:^|\/)(?!(?:LICEN[CS]E|COPYING|NOTICE|README|AUTHORS|CONTRIBUTORS|CODEOWNERS|CHANGELOG|CHANGES|NEWS|TODO|VERSION|OWNERS|Makefile|Dockerfile|Containerfile|Gemfile|Rakefile|Podfile|Procfile|Brewfile|Vagrantfile|Jenkinsfile)(?:-[^/]*)?$)[^./]+$/i;

/** Endings that programs and libraries of systems have: of a system, of a machine, of a version. */
const programs = /\.(?:exe|dll|so|dylib|bin|run|elf|out|test|node|amd64|arm64|aarch64|x86_64|linux|darwin|\d[\w-]*)$/i;

/** Whether a name has no ending at all, as most programs. */
export function isNameless(path: string): boolean {
  return nameless.test(path);
}

/** Whether it is worth a look at the first bytes of a file, by its name. */
export function mayBeProgram(path: string): boolean {
  return nameless.test(path) || programs.test(path);
}
