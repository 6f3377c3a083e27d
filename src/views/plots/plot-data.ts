/** A line of a plot: a value for each release, null where nothing was measured. */
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
  /** Releases, the oldest first. */
  points: string[];
  series: PlotSeries[];
  limits: PlotLimit[];
  /** Lines for which there is no room. */
  further: number;
  /** True where the axis has to begin at nothing. */
  fromZero: boolean;
  /** A value as people read it. */
  format: (value: number) => string;
}
