/** A state as it is shown: colour, mark and word together. */
export interface MarkView {
  kind: 'danger' | 'caution' | 'good' | 'quiet';
  mark: string;
  text: string;
}
