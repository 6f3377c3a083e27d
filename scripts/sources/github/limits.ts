interface Told {
  message?: string;
  errors?: { message?: string; type?: string }[];
}

/**
 * What an answer says of a limit that is reached; null where it says nothing of one. Only GitHub's own errors count:
 * descriptions of pull requests may speak of limits, too.
 */
export function limitIn(status: number, text: string): string | null {
  if (status !== 200 && status !== 403 && status !== 429) return null;
  // Large answers are nearly never about limits, and need not be parsed for it.
  if (!WORTH_READING.test(text)) return null;
  const { message, errors = [] } = parsed(text);
  const [found] = errors.filter(({ type = '', message: said = '' }) => TYPE.test(type) || SAID.test(said));
  if (found !== undefined) return found.message ?? 'a rate limit';
  return status !== 200 && message !== undefined && SAID.test(message) ? message : null;
}

const WORTH_READING = /RATE_LIMIT|rate limit/i;
const TYPE = /^RATE_LIMIT(?:ED)?$/;
const SAID = /^(?:You have exceeded a secondary rate limit|API rate limit )/i;

function parsed(text: string): Told {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
