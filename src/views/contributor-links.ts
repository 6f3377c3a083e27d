import type { Contributor, Note } from '../records/note.ts';
import type { Product } from '../records/product.ts';
import { accountAddress } from './paths.ts';
import { TEXTS } from './texts.ts';

/** Somebody who worked on a release, as customers see them. */
export interface ContributorLink {
  login: string;
  /** Null where no repository of the product is public: then nobody knows where the handle is one. */
  href: string | null;
  first: boolean;
}

/** Who worked on a release. */
export interface ContributorLinks {
  people: ContributorLink[];
  /** Where they are too many to name one by one: the handles in one text, newcomers in another. */
  crowd: { all: string; first: string; summary: string } | null;
}

/** More of them would make a page of notes a page of names. */
const NAMED = 60;

/** Who worked on a release, where its note says so and the product lets it be shown; else null. */
export function contributorLinks({ contributors = [] }: Note, product: Product): ContributorLinks | null {
  if (!product.contributors || contributors.length === 0) return null;
  const repository = product.modules.find((module) => module.repository !== undefined)?.repository;
  if (contributors.length > NAMED) return { people: [], crowd: crowdOf(contributors) };
  const people = contributors.map(({ login, first }) => ({
    login,
    href: repository === undefined ? null : accountAddress(repository, login),
    first: first === true,
  }));
  return { people, crowd: null };
}

function crowdOf(contributors: readonly Contributor[]): ContributorLinks['crowd'] {
  const names = (list: readonly Contributor[]): string => list.map(({ login }) => login).join(', ');
  const newcomers = contributors.filter(({ first }) => first === true);
  const summary = TEXTS.release.contributorsCount(contributors.length, newcomers.length);
  return { all: names(contributors), first: names(newcomers), summary };
}
