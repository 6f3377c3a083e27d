export * from './arbitrary-history.ts';
export * from './constants.ts';
export * from './deployment.ts';
export * from './facts.ts';
export * from './many-deployments.ts';
export * from './policy.ts';
export * from './simulate.ts';
