import type { FormatStep, PlainFields, RecordKind } from '../../../src/records/migrations/format-step.ts';

/**
 * Two formats that there are not, behind the newest one: as if today's form of records had come about in them. A field
 * that got another name, also deep inside; one that was two; one that moved; a body that changed; JSON; a field more.
 */
export function pretendSteps(newest: number): FormatStep[] {
  const [first, second] = [
    { from: newest, to: newest + 1 },
    { from: newest + 1, to: newest + 2 },
  ];
  return [
    named(first, 'policy', 'zone', 'timeZone'),
    named(first, 'vote', 'call', 'decision'),
    named(first, 'opening', 'by', 'openedBy'),
    named(first, 'seal', 'by', 'sealedBy'),
    named(first, 'redaction', 'reason', 'because'),
    { ...first, kind: 'release', says: 'A release tells its branches.', change: same, adds: ['branches'] },
    { ...first, kind: 'waiver', says: 'A waiver’s end stands in it.', change: onFields(waiverEnd) },
    { ...second, kind: 'note', says: 'A note’s day and clock are its date.', change: noteOfToday },
    { ...second, kind: 'policy', says: 'Patterns of tags are called tags.', change: onFields(moduleTags) },
    named(second, 'deployment', 'result', 'outcome'),
  ];
}

type Change = FormatStep['change'];
type Between = Pick<FormatStep, 'from' | 'to'>;

const same: Change = (record) => record;

function onFields(change: (data: PlainFields) => PlainFields): Change {
  return ({ data, body }) => ({ data: change(data), body });
}

function named(between: Between, kind: RecordKind, from: string, to: string): FormatStep {
  const rename = (data: PlainFields): PlainFields =>
    Object.fromEntries(Object.entries(data).map(([key, value]) => [key === from ? to : key, value]));
  return { ...between, kind, says: `"${from}" is called "${to}".`, change: onFields(rename) };
}

function waiverEnd({ term, ...rest }: PlainFields): PlainFields {
  return term === undefined ? rest : { ...rest, until: (term as PlainFields)['until'] };
}

const noteOfToday: Change = ({ data: { day, clock, ...rest }, body }) => ({
  data: day === undefined ? rest : { ...rest, date: `${String(day)}T${String(clock)}+00:00` },
  body: body.replace(/^## Bugs$/m, '## Fixed'),
});

function moduleTags(data: PlainFields): PlainFields {
  const modules = data['modules'] as readonly PlainFields[];
  return {
    ...data,
    modules: modules.map(({ tagPatterns, ...rest }) =>
      tagPatterns === undefined ? rest : { ...rest, tags: tagPatterns },
    ),
  };
}
