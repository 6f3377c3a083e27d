export * from './change.ts';
export * from './fault.ts';
export * from './note.ts';
export * from './policy.ts';
export * from './product.ts';
export * from './release.ts';
export * from './sections.ts';
export * from './values.ts';
