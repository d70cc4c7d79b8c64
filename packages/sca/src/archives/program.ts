/** A stretch of a program. Units: bytes. */
export interface Section {
  /** Empty where the format names none. */
  readonly name: string;
  /** Where it is in the memory of the running program, and how much of it. */
  readonly address: number;
  readonly offset: number;
  /** In the file. */
  readonly size: number;
  /** It holds data that the program may change. */
  readonly isData: boolean;
}

/** A program or library that a system can load. */
export interface Program {
  readonly is: 'elf' | 'pe' | 'mach-o';
  readonly isBigEndian: boolean;
  readonly sections: readonly Section[];
  /** What is loaded where. */
  readonly segments: readonly Section[];
  /** Of a PE file: where it is loaded, which addresses in it count from. */
  readonly base?: number;
  /** And what its directories lead to, by their numbers; without those that lead nowhere. */
  readonly directories?: ReadonlyMap<number, Pick<Section, 'address' | 'size'>>;
}

/** More than any program has. */
export const maxSections = 5000;
