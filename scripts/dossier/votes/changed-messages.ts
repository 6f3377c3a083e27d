import type { Vote } from '../../../src/records/index.ts';
import { slackInstant } from '../../parse/slack/instant.ts';
import type { StoredRecord } from '../../store/dossier-reader.ts';
import type { FoundVote } from './found-vote.ts';
import type { SlackChannel } from './slack-channel.ts';

/** What an export tells of votes that were recorded from an earlier one. */
export interface ChangedMessages {
  /** Votes whose message was changed or taken away: what it says today may be no vote at all. */
  edited: FoundVote[];
  /** Records whose message is not in the file any more that should hold it. */
  missing: string[];
}

/** Holds recorded votes against a channel as it is exported now. */
export function changedMessages(
  channel: SlackChannel,
  records: readonly StoredRecord<Vote>[],
): ChangedMessages {
  const messages = Map.groupBy(channel.messages, ({ ts }) => ts);
  const changed: ChangedMessages = { edited: [], missing: [] };
  for (const { data: vote, path } of records) {
    const { source } = vote;
    if (source.kind !== 'slack' || source.channel !== channel.name) continue;
    const ofThatTime = messages.get(source.ts) ?? [];
    // What is left of a message that was taken away is signed by the workspace.
    const message =
      ofThatTime.find(({ user }) => user === vote.account.id) ??
      ofThatTime.find(({ isDeleted }) => isDeleted);
    if (message === undefined) {
      if (channel.files.has(source.file)) changed.missing.push(path);
    } else if (message.editedTs !== null) {
      const editedAt = slackInstant(message.editedTs);
      const evidence = new Map([[message.digest, message.file]]);
      changed.edited.push({ vote: { ...vote, editedAt }, body: '', later: '', evidence });
    }
  }
  return changed;
}
