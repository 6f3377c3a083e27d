/** The sample product and its modules, each needing the one before it. */
export const PRODUCT = 'ledgerly';
export const MODULES = ['db', 'api', 'web', 'edge'] as const;
export type ModuleId = (typeof MODULES)[number];

/** The releases in their order, which is neither that of text nor that of time. */
export const RELEASES = ['1.0.0', '1.1.0', '1.2.0-RC1', '1.2.0', '1.10.0', '2.0.0'] as const;

export const ENVIRONMENTS = ['dev', 'staging', 'pre-prod', 'production'] as const;
export type EnvironmentId = (typeof ENVIRONMENTS)[number];

/** Minutes by which clocks may differ. */
export const TOLERANCE = 15;

/** Days on which clocks change in much of the world, and one on which they do not. */
export const STARTS = ['2026-03-29T00:30:00Z', '2026-10-25T00:30:00Z', '2026-06-01T00:00:00Z'] as const;
