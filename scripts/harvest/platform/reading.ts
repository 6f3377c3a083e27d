// What only a platform's words need. A parser of markdown is among it, which takes longer to load than a history of
// middle size takes to read: it is imported where there is a platform.
export { landAsTold } from './apply.ts';
export { toldText } from './told-text.ts';
