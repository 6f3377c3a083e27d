/** The features that labels name: "volumes" of "feature/volumes", whatever its case. `form` is the policy's. */
export function featuresOf(labels: readonly string[], form: string): string[] {
  const [before = '', after = ''] = form.toLowerCase().split('{feature}');
  return labels
    .map((label) => label.toLowerCase())
    .filter((label) => label.startsWith(before) && label.endsWith(after))
    .map((label) => label.slice(before.length, label.length - after.length))
    .filter((feature) => feature !== '');
}
