import { z } from 'zod';

/** A whole number, as JSON has it and as the text that YAML gives. */
export const WholeNumberSchema = z.union(
  [
    z.int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ],
  'expected a whole number',
);

/** A text that may be missing: then it is "". */
export const TextSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** A text that may be missing or empty: then it is null. */
export const NamedSchema = z
  .string()
  .nullish()
  .transform((text) => text || null);

/** True only where it is said. */
export const FlagSchema = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((flag) => flag === true || flag === 'true');
