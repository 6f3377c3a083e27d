/** The paper of both themes, as in styles/tokens.css: browsers colour their own frame by it. */
export const PAPER = { light: '#fbfaf6', dark: '#14171c' } as const;
