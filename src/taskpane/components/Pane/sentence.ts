/** What the user is told of a failure: hosts put it into words. */
export function sentence(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
