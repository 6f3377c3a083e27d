import fc from 'fast-check';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import type { NoteSource } from '../views/release-view.ts';
import { TEXTS } from '../views/texts.ts';
import { type Announcement, announcerOf, itemsOf } from './announcement.ts';
import { changelogOf } from './forms.ts';
import { githubForm } from './github-form.ts';
import { mailForm } from './mail-form.ts';
import { markdownForm } from './markdown-form.ts';
import { slackForm } from './slack-form.ts';
import { anyNote, anyText } from './testing/any-note.ts';
import { SlackMessageSchema } from './testing/block-kit.ts';
import { assembled, sourceOf } from './testing/invented.ts';
import { itemWords, nodesOf, reread, rereadItems } from './testing/reread.ts';

const SITE = { address: 'https://releases.example.org' };
const RUNS = { numRuns: 60 };

function announcementOf(note: NoteSource): Announcement {
  return announcerOf(sourceOf(note), SITE)(note);
}

function holds(check: (announcement: Announcement, note: NoteSource) => void): void {
  fc.assert(
    fc.property(anyNote, (note) => check(announcementOf(note), note)),
    RUNS,
  );
}

/** What a mail may be made of: nothing that runs, and nothing that is fetched. */
const MAIL_TAGS =
  /^(?:html|head|meta|title|body|div|table|tbody|thead|tr|th|td|h[1-6]|p|ul|ol|li|a|strong|em|del|code|pre|blockquote|br|hr)$/;
const MAIL_ATTRIBUTES =
  /^(?:lang|charset|name|content|style|dir|role|width|bgcolor|cellpadding|cellspacing|border|align|href|start)$/;

/** Entries of a mail: items of lists that stand in no other list. Fails at anything that a mail must not have. */
function mailItems(html: string): number {
  const parser = sax.parser(false);
  let lists = 0;
  let items = 0;
  parser.onopentag = ({ name: upper, attributes }) => {
    const name = upper.toLowerCase();
    if (!MAIL_TAGS.test(name)) throw new Error(`a mail has <${name}>`);
    for (const [upperKey, value] of Object.entries(attributes)) {
      const key = upperKey.toLowerCase();
      const harm = !MAIL_ATTRIBUTES.test(key) || (key === 'href' && !/^https?:\/\//.test(String(value)));
      if (harm) throw new Error(`a mail has ${key}="${String(value)}"`);
    }
    if (name === 'li' && lists === 1) items += 1;
    if (name === 'ul' || name === 'ol') lists += 1;
  };
  parser.onclosetag = (name) => {
    if (name === 'UL' || name === 'OL') lists -= 1;
  };
  parser.write(html.replace(/^<!doctype html>/, '')).close();
  return items;
}

describe('with any words in a note', () => {
  test('markdown has all entries in their order, and no HTML', () => {
    holds((announcement) => {
      const text = markdownForm(announcement);
      expect(rereadItems(text)).toEqual(itemWords(itemsOf(announcement)));
      expect(nodesOf(reread(text), 'html')).toEqual([]);
      expect(text.isWellFormed()).toBe(true);
    });
  });

  test('a changelog has all entries, too', () => {
    holds((announcement, note) => {
      const text = [...changelogOf('Core', [note], () => announcement)].join('');
      expect(rereadItems(text).sort()).toEqual(itemWords(itemsOf(announcement)).sort());
      expect(nodesOf(reread(text), 'html')).toEqual([]);
    });
  });

  test('GitHub’s form has as many entries from the start as it says, points at nobody, and is never too long', () => {
    fc.assert(
      fc.property(anyNote, fc.integer({ min: 2_900, max: 9_000 }), (note, limit) => {
        const announcement = announcementOf(note);
        const { text, following } = githubForm(announcement, limit);
        const all = itemWords(itemsOf(announcement));
        const shown = rereadItems(text);
        expect(text.length).toBeLessThan(limit);
        expect(text.isWellFormed()).toBe(true);
        expect(shown).toEqual(all.slice(0, all.length - following));
        if (following > 0) expect(text).toContain(TEXTS.announce.follow(following));
        expect(nodesOf(reread(text), 'html')).toEqual([]);
        for (const node of nodesOf(reread(text), 'text', ['link']))
          expect('value' in node ? node.value : '').not.toMatch(/@[A-Za-z0-9]|#\d|\bGH-\d/i);
      }),
      RUNS,
    );
  });

  test('a mail keeps its size, loses no entry silently, and brings nothing from elsewhere', () => {
    fc.assert(
      fc.property(anyNote, fc.integer({ min: 8_000, max: 20_000 }), (note, limit) => {
        const announcement = announcementOf(note);
        const { text, following } = mailForm(announcement, limit);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
        expect(mailItems(text) + following).toBe(itemsOf(announcement).length);
        if (following > 0) expect(text).toContain(TEXTS.announce.follow(following));
        expect(text.isWellFormed()).toBe(true);
      }),
      RUNS,
    );
  });

  test('a message for Slack is one that Slack takes, mentions nobody, and loses no entry silently', () => {
    holds((announcement) => {
      const { message, following } = slackForm(announcement);
      SlackMessageSchema.parse(message);
      const lines = message.blocks.flatMap(({ text }) => text.text.split('\n'));
      const shown = lines.filter((line) => line.startsWith('• ')).length;
      expect(shown + following).toBe(itemsOf(announcement).length);
      if (following > 0) expect(lines.join('\n')).toContain(TEXTS.announce.follow(following));
      expect(JSON.stringify(message)).not.toMatch(/<[!@#]/);
      expect(lines.every((line) => line.isWellFormed())).toBe(true);
    });
  });
});

test('very many entries: every form keeps its limit and says how many follow', () => {
  const texts = fc.sample(anyText, { numRuns: 1500, seed: 7 });
  const bullets = texts.map((text, index) => ({
    ids: [`core-${index + 1}`],
    text,
    line: 1,
    start: 0,
    end: 0,
  }));
  const note = assembled('1.0.0', [
    { heading: 'Fixed', section: 'fixed', line: 1, bullets, prose: '', end: 0 },
  ]);
  const announcement = announcementOf(note);
  const github = githubForm(announcement);
  expect(github.text.length).toBeLessThan(125_000);
  expect(github.text.length).toBeGreaterThan(115_000);
  expect(rereadItems(github.text).length + github.following).toBe(1500);
  const mail = mailForm(announcement);
  expect(Buffer.byteLength(mail.text)).toBeLessThanOrEqual(100_000);
  expect(mailItems(mail.text) + mail.following).toBe(1500);
  const { message, following } = slackForm(announcement);
  SlackMessageSchema.parse(message);
  expect(following).toBeGreaterThan(1000);
  expect(rereadItems(markdownForm(announcement))).toHaveLength(1500);
});
