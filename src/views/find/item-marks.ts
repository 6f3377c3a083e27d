import type { FoundItem } from '../../notes/search/found-item.ts';
import { FIND } from '../texts.ts';

/** A state of something found: its sign, its word, and the classes that colour it. */
export interface ItemMark {
  classes: string;
  sign: string;
  text: string;
}

/** What marks are made from. */
export interface Marked {
  gone: FoundItem['gone'];
  facets: Partial<Record<'breaking' | 'severity' | 'maturity', readonly string[]>>;
}

/** What a reader should know before the words: that it is gone, that it breaks, how bad and how early it is. */
export function itemMarks({ gone, facets }: Marked): ItemMark[] {
  const severity = facets.severity?.[0];
  return [
    ...(gone === null ? [] : [GONE[gone]]),
    ...(facets.breaking?.includes('yes') ? [BREAKING] : []),
    ...(severity === undefined ? [] : [severityMark(severity)]),
    ...(facets.maturity ?? []).flatMap((word) => EARLY[word] ?? []).slice(0, 1),
  ];
}

const GONE = {
  release: { classes: 'mark danger', sign: '⊘', text: FIND.withdrawnRelease },
  entry: { classes: 'mark danger', sign: '⊘', text: FIND.takenBack },
};
const BREAKING = { classes: 'mark danger', sign: '!', text: FIND.values.breaking.yes };
const EARLY: Record<string, ItemMark> = {
  alpha: { classes: 'mark maturity alpha', sign: 'α', text: FIND.values.maturity.alpha },
  beta: { classes: 'mark maturity beta', sign: 'β', text: FIND.values.maturity.beta },
};
const SIGNS: Record<string, string> = { critical: '▲', high: '▲', medium: '◆', low: '▽' };

function severityMark(severity: string): ItemMark {
  const word = new Map<string, string>(Object.entries(FIND.values.severity)).get(severity) ?? severity;
  const classes =
    SIGNS[severity] === '▲' ? 'mark danger' : severity === 'low' ? 'mark quiet' : 'mark caution';
  return { classes, sign: SIGNS[severity] ?? '◆', text: FIND.severityMark(word) };
}
