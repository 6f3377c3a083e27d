export * from './bring-forward.ts';
export * from './format-step.ts';
