import { BACKGROUNDS } from '../records/accent.ts';

/** The paper of both themes, as in styles/tokens.css: browsers colour their own frame by it. */
export const PAPER = { light: BACKGROUNDS.light[0], dark: BACKGROUNDS.dark[0] } as const;
