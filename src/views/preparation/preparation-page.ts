import { spelledOut } from '../../markdown/harmless.ts';
import { renderBlocks } from '../../markdown/render.ts';
import type { Recovery } from '../../records/dossier.ts';
import type { Dossier, Written } from '../../verdict/dossier.ts';
import { type FactView, factsOf, markPart, textPart } from '../fact-view.ts';
import { PREPARATION } from '../preparation-texts.ts';
import { type ChecklistView, checklistViews } from './checklist-view.ts';
import { openingFacts } from './opening-view.ts';

/** A record as its facts and its text. */
export interface WrittenView {
  facts: FactView[];
  html: string;
  path: string;
}

/** How a release was prepared. */
export interface PreparationView {
  opening: WrittenView | null;
  checklists: ChecklistView[];
  recovery: WrittenView | null;
}

/** Opening, checklists and recovery plan of a dossier. */
export function preparationView(dossier: Dossier): PreparationView {
  const { opening, recovery } = dossier;
  return {
    opening: opening && {
      facts: openingFacts(dossier),
      html: renderBlocks(opening.body, { level: 3 }),
      path: opening.path,
    },
    checklists: checklistViews(dossier),
    recovery: recovery && recoveryView(recovery),
  };
}

function recoveryView({ data, body, path }: Written<Recovery>): WrittenView {
  const words = PREPARATION.facts;
  return {
    facts: factsOf(
      [words.onCall, textPart(data.onCall.map(spelledOut).join(', '))],
      [
        words.irreversible,
        data.irreversible
          ? markPart('danger', '▲', PREPARATION.cannot)
          : markPart('good', '✓', PREPARATION.nothingLost),
      ],
      [
        words.stateful,
        data.stateful === undefined ? undefined : textPart(data.stateful.map(spelledOut).join(', ')),
      ],
    ),
    html: renderBlocks(body, { level: 3 }),
    path,
  };
}
