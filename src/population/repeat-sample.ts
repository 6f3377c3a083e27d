/** How anybody checks a population and draws its sample again, with GNU coreutils and a shell. */
export const REPEAT_SAMPLE = `head -n -1 population.csv | sha256sum    # the digest that the last line names

digest=$(tail -n 1 population.csv | cut -d ' ' -f 3 | tr -d '\\r')
head -n -3 population.csv | tail -n +2 | cut -d , -f 1 | while read -r row; do
  hash=$(printf '%s\\n%s\\n%s' "$seed" "$digest" "$row" | sha256sum | cut -c 1-64)
  printf '%s %s\\n' "$hash" "$row"
done | LC_ALL=C sort | head -n "$size"`;
