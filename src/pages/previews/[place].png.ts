import type { APIRoute, GetStaticPaths } from 'astro';
import { cardPng, pngResponse } from '../../content/previews.ts';
import { edition } from '../../content/settings.ts';
import { siteField, siteName, siteText } from '../../content/site.ts';
import { siteCard } from '../../views/previews/cards.ts';
import { TEXTS } from '../../views/texts.ts';

export const getStaticPaths = (() =>
  edition() === 'internal' ? [] : [{ params: { place: 'site' } }]) satisfies GetStaticPaths;

/** The picture that stands beside links to pages of no single product. */
export const GET: APIRoute = () =>
  pngResponse(cardPng(siteCard(siteName(), siteText('home'), siteField('lead') ?? TEXTS.home.lead)));
