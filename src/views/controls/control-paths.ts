import type { ControlId } from '../../records/index.ts';
import { controlPath, controlsPath, dossierPartPath } from '../paths.ts';
import { controlAnchor } from '../verdict/control-view.ts';

/** Where the verdict on a release says how a control came out. */
export function outcomeHref(product: string, version: string, control: ControlId): string {
  return `${dossierPartPath(product, version, 'verdict')}#${controlAnchor(control)}`;
}

/** The whole matrix of a product's controls, as a file. */
export function matrixCsvPath(product: string): string {
  return `${controlsPath(product)}matrix.csv`;
}

/** All exceptions of one control, as a file. */
export function controlCsvPath(product: string, control: ControlId): string {
  return `${controlPath(product, control)}exceptions.csv`;
}
