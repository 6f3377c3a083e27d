import { z } from 'zod';
import { nearestAccent, TEXT_CONTRAST, type Theme, worstContrast } from './accent.ts';
import { SchemaVersionSchema, WebAddressSchema } from './values.ts';

/** One line that pages show as it is written, without markup. */
const LineSchema = z.string().trim().min(1).max(200).regex(/^.*$/u, 'expected a single line');

/** A word or two, for a heading or a link. */
const LabelSchema = z.string().trim().min(1).max(40).regex(/^.*$/u, 'expected a single line');

/** A picture of the folder `site/` beside `site.md`, as "site/logo.svg". Below it there are no further folders. */
function pictureOf(kinds: string) {
  return z
    .string()
    .regex(
      new RegExp(`^site/[A-Za-z0-9][A-Za-z0-9._-]*\\.(?:${kinds})$`),
      `expected a file of the folder "site" beside site.md that ends in ${kinds.replace('|', ' or ')}`,
    )
    .max(120);
}

/** The logo in the header of every page. SVG is made harmless, PNG loses its metadata. */
export const LogoSchema = z.strictObject({
  /** The picture on light paper. */
  light: pictureOf('svg|png'),
  /**
   * The picture on dark paper; may be the same one. Where it is not said, the light one stands on a light leaf there,
   * so that it can be seen.
   */
  dark: pictureOf('svg|png').optional(),
  /** True for a logo in which the site's name can be read: the name is then not written beside it. */
  named: z.boolean().optional(),
});

/** "#b04a00", seen well enough on everything that it stands on in a theme. */
function accentOf(theme: Theme) {
  return z
    .string({ error: 'expected a colour in quotes, such as "#b04a00": without them it is a comment of YAML' })
    .regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour of six hex digits, such as "#b04a00"')
    .transform((colour) => colour.toLowerCase())
    .superRefine((colour, context) => {
      const { ratio, background } = worstContrast(colour, theme);
      if (ratio >= TEXT_CONTRAST) return;
      const found = `${(Math.floor(ratio * 100) / 100).toFixed(2)}:1 against ${background}`;
      context.addIssue({
        code: 'custom',
        message: `${colour} has a contrast of ${found}, and text on ${theme} pages needs ${TEXT_CONTRAST}:1; the nearest that has it is "${nearestAccent(colour, theme)}"`,
      });
    });
}

/** The colour of links, marks and lines. Everything else keeps its own, so that pages stay readable. */
export const ColoursSchema = z.strictObject({
  /** On light paper. */
  light: accentOf('light'),
  /** On dark paper; the shade of the light one that can be seen there, where it is not said. */
  dark: accentOf('dark').optional(),
});

/** A link of the header or the footer. */
export const SiteLinkSchema = z.strictObject({
  /** What is to be read. */
  title: LabelSchema,
  /** Where it leads: "https://…", or a path of this site as "/openebs/". */
  address: z.union([WebAddressSchema, z.string().regex(/^\/(?!\/)\S*$/)], {
    error:
      'expected an address such as "https://docs.example.org", or a path of this site such as "/openebs/"',
  }),
});
export type SiteLink = z.infer<typeof SiteLinkSchema>;

/** Words of the site's own in the place of those that it would have. Headings of notes are not among them: programs read those. */
export const SiteTextsSchema = z.strictObject({
  /** The heading of the home page: "Release notes". */
  home: LabelSchema.optional(),
  /** The heading of its newest releases: "What is new". */
  news: LabelSchema.optional(),
  /** Whose feeds those of all products are: "All products". */
  feeds: LabelSchema.optional(),
  /** The line at the foot of every page. */
  footer: LineSchema.optional(),
  /** What the internal edition is called on each of its pages: "Internal edition". */
  internal: LabelSchema.optional(),
  /** What is said beside it: "for auditors, not for customers". */
  internalNote: LineSchema.optional(),
});
export type SiteText = keyof z.infer<typeof SiteTextsSchema>;

/**
 * `content/site.md`: what the site says of itself, in both editions. It is public: nothing internal belongs into it.
 * Everything has a default: the file may be absent.
 */
export const SiteSchema = z.strictObject({
  schema: SchemaVersionSchema,
  /** The site's name, as "Releases of Example". */
  name: z.string().min(1).optional(),
  /** One sentence under the heading of the home page. */
  lead: z.string().min(1).optional(),
  /**
   * Where the public edition is served, without a path, as "https://releases.example.org". Feeds, announcements, the
   * sitemap and previews need it: they are read away from the site.
   */
  address: WebAddressSchema.refine(
    (address) => /^https?:\/\/[^/]+\/?$/.test(address),
    'expected an address without a path, such as "https://releases.example.org"',
  ).optional(),
  /** The logo in the header of every page. */
  logo: LogoSchema.optional(),
  /** A square PNG picture of 512 pixels or more a side: the sign in tabs, on home screens and in feed readers. */
  icon: pictureOf('png').optional(),
  /** The colour of links and marks in both themes. */
  colours: ColoursSchema.optional(),
  /** Ways to the company's other pages. */
  links: z
    .strictObject({
      /** Beside the site's own, as "Documentation". */
      header: z.array(SiteLinkSchema).max(4).optional(),
      /** At the foot of every page, as "Imprint" and "Privacy". */
      footer: z.array(SiteLinkSchema).max(12).optional(),
    })
    .optional(),
  /** Words of the site's own. */
  texts: SiteTextsSchema.optional(),
  /** True where the text below, markdown, is to be read on the home page. Otherwise it is for who edits this file. */
  introduction: z.boolean().optional(),
});
export type Site = z.infer<typeof SiteSchema>;
