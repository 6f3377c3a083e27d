import type { GraphQLResolveInfo } from 'graphql';
import type { Arguments } from './arguments.ts';
import { cursorOf, placeAfter, placeOf } from './cursor.ts';
import { fieldsOf } from './fields.ts';
import type { Listing } from './listing.ts';
import { refusal } from './refusal.ts';
import { cut, type Sequence } from './sequence.ts';

const PAGE_LIMIT = 100;

/** A page of a listing, with the fields that GitHub's connections have. `endsAfter` cuts it off unsaid. */
export function connection(
  listing: Listing,
  args: Arguments,
  info: GraphQLResolveInfo,
  endsAfter = Number.POSITIVE_INFINITY,
): Record<string, unknown> {
  checkBoundaries(args, info);
  const { items } = listing;
  const window = windowOf(listing, args, Math.min(items.length, endsAfter));
  return {
    totalCount: items.length,
    nodes: () => cut(items, window.from, window.to),
    edges: () => edges(listing, window),
    pageInfo: () => pageInfo(listing, window),
    ...listing.more,
    pageCount: window.to - window.from,
  };
}

interface Window {
  from: number;
  to: number;
  /** Where the listing ends. */
  end: number;
}

function windowOf(listing: Listing, { first, last, after, before }: Arguments, end: number): Window {
  let from = after == null ? 0 : Math.min(placeAfter(listing, after), end);
  let to = before == null ? end : Math.min(placeOf(listing, before), end);
  if (first != null) to = Math.min(to, from + first);
  if (last != null) from = Math.max(from, to - last);
  return { from, to: Math.max(from, to), end };
}

function edges(listing: Listing, { from, to }: Window): unknown[] {
  const nodes = cut(listing.items as Sequence<unknown>, from, to);
  return nodes.map((node, index) => ({ node, cursor: cursorOf(listing, from + index) }));
}

function pageInfo(listing: Listing, { from, to, end }: Window): Record<string, unknown> {
  const isEmpty = from === to;
  return {
    startCursor: isEmpty ? null : cursorOf(listing, from),
    endCursor: isEmpty ? null : cursorOf(listing, to - 1),
    hasNextPage: to < end,
    hasPreviousPage: from > 0,
  };
}

/** GitHub asks for page sizes from 1 to 100, and for none only where nothing but counts is wanted. */
function checkBoundaries({ first, last }: Arguments, info: GraphQLResolveInfo): void {
  if (first == null && last == null) {
    if (!wantsItems(info)) return;
    throw refusal(
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${info.fieldName}\` connection.`,
      'MISSING_PAGINATION_BOUNDARIES',
    );
  }
  checkSize('first', first, info);
  checkSize('last', last, info);
}

function checkSize(name: string, size: number | null | undefined, info: GraphQLResolveInfo): void {
  if (size == null || (size >= 0 && size <= PAGE_LIMIT)) return;
  throw refusal(
    size < 0
      ? `\`${name}\` on the \`${info.fieldName}\` connection cannot be less than zero.`
      : `Requesting ${size} records on the \`${info.fieldName}\` connection exceeds the \`${name}\` limit of ${PAGE_LIMIT} records.`,
    'EXCESSIVE_PAGINATION',
  );
}

function wantsItems(info: GraphQLResolveInfo): boolean {
  const fragments = new Map(Object.entries(info.fragments));
  return info.fieldNodes
    .flatMap((node) => [...fieldsOf(node.selectionSet, fragments)])
    .some(({ name }) => ['nodes', 'edges', 'pageInfo'].includes(name.value));
}
