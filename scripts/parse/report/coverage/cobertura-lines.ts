/** What is told of the lines of one class or one source file. */
export interface FileLines {
  /** Whether each line was reached, by its number. */
  lines: Map<number, boolean>;
  /** How many branches were taken of how many, of lines that have some. */
  branches: Map<number, { taken: number; all: number }>;
}

/** How much of something was reached. */
export interface Reached {
  covered: number;
  total: number;
}

/** No lines yet. */
export function noLines(): FileLines {
  return { lines: new Map(), branches: new Map() };
}

/** Notes a line. Where it is told of twice, what either reached counts. */
export function noteLine({ lines }: FileLines, number: number, hit: boolean): void {
  lines.set(number, hit || lines.get(number) === true);
}

/** Notes the branches of a line. */
export function noteBranches({ branches }: FileLines, number: number, taken: number, all: number): void {
  const known = branches.get(number);
  branches.set(number, {
    taken: Math.max(taken, known?.taken ?? 0),
    all: Math.max(all, known?.all ?? 0),
  });
}

/** Joins what another class tells of the same file. */
export function joinLines(file: FileLines, other: FileLines): void {
  for (const [number, hit] of other.lines) noteLine(file, number, hit);
  for (const [number, { taken, all }] of other.branches) noteBranches(file, number, taken, all);
}

/** Adds lines to a sum. */
export function addLines(sum: Reached, { lines }: FileLines): void {
  for (const hit of lines.values()) addLine(sum, hit);
}

/** Adds one line. */
export function addLine(sum: Reached, hit: boolean): void {
  sum.total++;
  sum.covered += Number(hit);
}

/** Adds branches to a sum. */
export function addBranches(sum: Reached, { branches }: FileLines): void {
  for (const { taken, all } of branches.values()) {
    sum.total += all;
    sum.covered += taken;
  }
}
