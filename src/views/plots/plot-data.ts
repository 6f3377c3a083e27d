/** A line, or a part of each bar: a value for each point, null where nothing was measured. */
export interface PlotSeries {
  name: string;
  values: (number | null)[];
  /** A tone that means something; lines without one are told apart by shape and shade. */
  tone?: 'danger' | 'caution' | 'accent' | 'quiet';
}

/** A limit that values are held against. */
export interface PlotLimit {
  label: string;
  value: number;
}

/** What is drawn, before anything is placed. */
export interface PlotData {
  id: string;
  title: string;
  description: string;
  unit: string;
  /** What a point is, as the head of a column: "Release", "Month". */
  head: string;
  /** Releases or times, the oldest first. */
  points: string[];
  series: PlotSeries[];
  limits: PlotLimit[];
  /** Lines for which there is no room. */
  further: number;
  /** True where the axis has to begin at nothing. */
  fromZero: boolean;
  /** A value on the axis. */
  format: (value: number) => string;
  /** A value by itself, at its mark and in the table; as on the axis where it is not given. */
  tell?: (value: number) => string;
}
