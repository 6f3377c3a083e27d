import { counted } from '../../../../src/verdict/wording.ts';
import { type Finding, verb } from '../../finding.ts';

/** Records of older formats that no seal has fixed. They are read as they are; written anew they are easier on people. */
export function older(files: readonly string[]): Finding[] {
  const [first] = files;
  if (first === undefined) return [];
  return [
    {
      id: 'records-older',
      severity: 'hint',
      product: null,
      says: `${counted(files.length, 'record')} of an older format, which every command reads as it is.`,
      place: { file: first },
      mend: verb('migrate'),
    },
  ];
}
