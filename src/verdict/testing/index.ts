export * from './change.ts';
export * from './constants.ts';
export * from './deployment.ts';
export * from './dossier.ts';
export * from './policy.ts';
export * from './release.ts';
export * from './report.ts';
export * from './vote.ts';
