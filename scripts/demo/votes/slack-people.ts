/** Accounts of the workspace, by the person of the rosters. */
export const SLACK_PEOPLE: Readonly<Record<string, { id: string; name: string }>> = {
  'priya-shah': { id: 'U02PRIYA', name: 'Priya Shah' },
  'meera-krishnan': { id: 'U02MEERA', name: 'Meera Krishnan' },
  'tomasz-zielinski': { id: 'U02TOMASZ', name: 'Tomasz Zielinski' },
  'ayo-bello': { id: 'U02AYO', name: 'Ayo Bello' },
  'lin-chen': { id: 'U02LIN', name: 'Lin Chen' },
  'sana-qureshi': { id: 'U02SANA', name: 'Sana Qureshi' },
  'diego-ramos': { id: 'U02DIEGO', name: 'Diego Ramos' },
  'jonas-berg': { id: 'U02JONAS', name: 'Jonas Berg' },
  'hanna-weiss': { id: 'U02HANNA', name: 'Hanna Weiss' },
  'vikram-nair': { id: 'U02VIKRAM', name: 'Vikram Nair' },
  'elena-costa': { id: 'U02ELENA', name: 'Elena Costa' },
  // Looks after customers, and is in no roster.
  'nadia-wolf': { id: 'U02NADIA', name: 'Nadia Wolf' },
};

/** The account of a person. */
export function slackIdOf(person: string): string {
  const account = SLACK_PEOPLE[person];
  if (account === undefined) throw new Error(`the sample workspace has no ${person}`);
  return account.id;
}
