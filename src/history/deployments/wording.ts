/** A sentence about a deployment, and the record that shows it. */
export interface DeploymentFinding {
  text: string;
  /** Path from the content folder; null where no record is what is missing. */
  record: string | null;
}
