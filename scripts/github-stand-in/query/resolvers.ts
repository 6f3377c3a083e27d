import type { Scope } from '../scope.ts';
import type { Arguments } from './arguments.ts';

/** What answers one field. A field whose type is a connection gives a listing or the items. */
export type Resolve<Source> = (source: Source, args: Arguments, scope: Scope) => unknown;

/** Fields of a type. */
export type Fields<Source> = Readonly<Record<string, Resolve<Source>>>;
