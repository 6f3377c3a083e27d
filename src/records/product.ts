import { z } from 'zod';
import { SchemaVersionSchema, SlugSchema, WebAddressSchema } from './values.ts';

/** A part of a product as customers know it. */
export const PublicModuleSchema = z.strictObject({
  /** The module's id, as in the policy. */
  id: SlugSchema,
  /** Its name for customers. */
  name: z.string().min(1),
  /** Its repository, only where everybody may read it: links to pull requests are made from this. */
  repository: WebAddressSchema.optional(),
});

/** A part that others build, as customers know it. */
export const PublicPartSchema = z.strictObject({
  /** The name of its chart, as "strimzi-kafka-operator". */
  chart: z.string().min(1),
  /** Its name for customers, as "Kafka by Strimzi". */
  name: z.string().min(1),
});

/** Something that customers look up for each release or by name, as "Kubernetes" or "Online pool upgrades". */
export const PublicTermSchema = z.strictObject({
  id: SlugSchema,
  /** Its name for customers. */
  name: z.string().min(1),
});

/** `content/products/<product>.md`: what everybody may know of a product. The body describes it. */
export const ProductSchema = z.strictObject({
  schema: SchemaVersionSchema,
  /** The product's name for customers. */
  name: z.string().min(1),
  /** One sentence: what it is. */
  summary: z.string().default(''),
  /** Where the product lives on the web. */
  website: WebAddressSchema.optional(),
  /** Names the contributors of each release by their handles on its page. */
  contributors: z.boolean().default(false),
  /** The product's modules in the order in which they are shown. */
  modules: z.array(PublicModuleSchema).min(1),
  /** Names of third-party parts; one without is called as its chart is. */
  parts: z.array(PublicPartSchema).optional(),
  /** Features whose maturity customers follow, by the ids of their labels. Others are named nowhere. */
  features: z.array(PublicTermSchema).optional(),
  /** What the product has to work with: the columns of its table of compatibility. */
  compatibility: z.array(PublicTermSchema).optional(),
});
export type Product = z.infer<typeof ProductSchema>;
export type ProductInput = z.input<typeof ProductSchema>;
