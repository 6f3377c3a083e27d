import { ISO_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, pass, type Reason } from '../control.ts';
import type { Dossier } from '../dossier.ts';
import { judgedKind } from '../judged-kind.ts';

/** Nothing goes out while nothing may. */
export const freeze: Control = {
  id: 'freeze',
  sentence: 'The release was not made in a time in which the policy lets nothing of its kind out.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { policy, release, opening, version } = dossier;
  const { freezes } = policy.data;
  if (freezes.length === 0) return pass({ text: 'the policy names no freeze', record: policy.path });
  const at = release?.data.date ?? opening?.data.due;
  const record = release?.path ?? opening?.path ?? null;
  if (at === undefined)
    return finding([], [{ text: `when ${version} is released is not known yet`, record }], []);
  const verb = release === null ? 'is due' : 'was released';
  const kind = judgedKind(dossier);
  const around = freezes.filter(({ from, until }) => from <= at && at <= until);
  const named = (because: string, from: string, until: string): Reason => ({
    text: `${version} ${verb} at ${at}, in the freeze from ${from} until ${until}: ${because}`,
    record,
  });
  const closed = around.filter(({ except }) => !except.includes(kind));
  const open = around.filter(({ except }) => except.includes(kind));
  return finding(
    closed.map(({ because, from, until }) => named(because, from, until)),
    [],
    [
      { text: `${version} ${verb} at ${at}`, record },
      ...open.map(({ because, from, until }) =>
        named(`${because}; it lets a ${kind} release out`, from, until),
      ),
    ],
  );
}
