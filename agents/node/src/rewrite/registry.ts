import { originalColumn, type Columns } from './edits.ts';

const columnsOf = new Map<string, Columns>();

/** Remembers where columns of a file moved, until a finding asks. */
export function remember(file: string, columns: Columns): void {
  if (columns.length > 0) columnsOf.set(file, columns);
}

/** The column in the file as it is on disk. */
export function columnOnDisk(file: string, line: number, column: number): number {
  const columns = columnsOf.get(file);
  return columns ? originalColumn(columns, line, column) : column;
}
