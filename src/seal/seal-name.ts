/** The name of a seal's file, with its number where it is not the first of its folder. */
const NAME = /^seal(?:-(\d+))?\.json$/;

/** True for a seal's file, by its name alone. */
export function isSealName(name: string): boolean {
  return NAME.test(name);
}

/** Which seal of its folder it is, counted from 1. */
export function sealNumber(name: string): number {
  return Number(NAME.exec(name)?.[1] ?? 1);
}
