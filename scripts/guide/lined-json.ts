/** JSON with a line for each object that holds no other: a change of one word is a change of one line. */
export function linedJson(value: unknown): string {
  return `${lines(value, '')}\n`;
}

function lines(value: unknown, indent: string): string {
  if (!holdsObjects(value)) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((each) => deeper + lines(each, deeper)).join(',\n')}\n${indent}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const told = fields.map(([name, field]) => `${deeper}${JSON.stringify(name)}: ${lines(field, deeper)}`);
  return `{\n${told.join(',\n')}\n${indent}}`;
}

function holdsObjects(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.values(value).some(isObject);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some(isObject));
}
