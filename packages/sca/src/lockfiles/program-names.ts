/** Programs have any name, mostly none with an ending. */
const nameless = /(?:^|\/)[^./]+$/;

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
