/** A function that computes its value at the first call and remembers it. */
export function once<Value>(compute: () => Value): () => Value {
  let remembered: { value: Value } | undefined;
  return () => {
    remembered ??= { value: compute() };
    return remembered.value;
  };
}
