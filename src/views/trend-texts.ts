/** Words of the figures over the last releases. */
export const TRENDS = {
  title: 'Trends',
  of: (product: string) => `Trends of ${product}`,
  lead: (releases: number) =>
    `What the stages measured in the last ${releases} final releases that have reports, by the attempt that counts. A module that did not move was not measured again.`,
  none: 'No final release of this product has stage reports yet.',
  coverage: {
    title: 'Coverage',
    description: 'Percent of lines that unit tests reached, by module.',
    unit: 'percent of lines',
    none: 'No report of these releases measures coverage.',
  },
  security: {
    title: 'Security',
    description: 'Vulnerabilities that scans of all modules found, by severity.',
    unit: 'vulnerabilities',
    none: 'No report of these releases scans for vulnerabilities.',
  },
  load: {
    title: 'Load',
    unit: 'in the tool’s own unit',
    description: (figure: string) => `${figure} of the load test.`,
    none: 'No load test of these releases names figures with limits.',
  },
  limit: (text: string, module: string | undefined) => (module === undefined ? text : `${text} ${module}`),
  further: (count: number) =>
    `${count.toLocaleString('en-GB')} further modules stand better; their stages say how.`,
  table: (title: string) => `${title}, figures of the plot`,
  release: 'Release',
  whole: 'whole release',
  missing: '–',
  link: 'Coverage, security and load over the last releases',
} as const;
