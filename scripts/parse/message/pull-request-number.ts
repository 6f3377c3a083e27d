/** GitHub's numbers are GraphQL's `Int`, which ends here. */
const HIGHEST = 2 ** 31 - 1;

/** False for numbers that no pull request and no issue has: "case #0", or an id of some other tool. */
export function isPullRequestNumber(number: number): boolean {
  return number > 0 && number <= HIGHEST;
}
