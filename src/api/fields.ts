import { z } from 'zod';
import { SlugSchema } from '../records/values.ts';

/** Every document names the schema that it follows: an absolute address, or a path from the site's root on. */
export const follows = {
  $schema: z.string().describe('The address of the schema that this document follows.'),
};

/** The product that a document is about. */
export const productId = SlugSchema.describe('The id of the product.');
