import type { SampleConversation } from './conversation.ts';
import { DIRECTOR_CONVERSATIONS } from './director.ts';
import { LITMUS_CONVERSATIONS } from './litmus.ts';
import { OPENEBS_CONVERSATIONS } from './openebs.ts';

/** All that was said of releases in #production. */
export const CONVERSATIONS: readonly SampleConversation[] = [
  ...LITMUS_CONVERSATIONS,
  ...OPENEBS_CONVERSATIONS,
  ...DIRECTOR_CONVERSATIONS,
];
