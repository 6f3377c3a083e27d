import { z } from 'zod';

/** Words that Slack reads as markup: every "<" and ">" belongs to a link, every "&" to an escaped character. */
const isEscaped = (text: string): boolean =>
  !/[<>]|&(?!amp;|lt;|gt;)/.test(text.replaceAll(/<https?:\/\/[^\s<>|]+\|[^<>|\n]+>/g, ''));

const Mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z.string().min(1).max(3000).refine(isEscaped, 'has markup of strangers'),
  verbatim: z.literal(true),
});

const PlainText = z.strictObject({
  type: z.literal('plain_text'),
  text: z.string().min(1).max(150),
  emoji: z.boolean(),
});

/**
 * What of Block Kit these messages use, with the limits that docs.slack.dev names: 50 blocks in a message, 3,000
 * characters in a section's text, 150 in a header's, 40,000 in a message's, of which notifications show 4,000.
 */
export const SlackMessageSchema = z.strictObject({
  text: z.string().min(1).max(4000).refine(isEscaped, 'has markup of strangers'),
  blocks: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('header'), text: PlainText }),
        z.strictObject({ type: z.literal('section'), text: Mrkdwn }),
      ]),
    )
    .min(1)
    .max(50),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
});
