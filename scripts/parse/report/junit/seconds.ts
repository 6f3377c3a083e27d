/**
 * Seconds as a case's `time` writes them. Surefire groups thousands, "1,234.5"; other tools follow a language that
 * writes decimals with a comma, "0,25". Nothing for what is no duration, as a clock that went backwards.
 */
export function secondsOf(time: string | undefined): number | undefined {
  const text = time?.trim() ?? '';
  if (!/^\d[\d,.]*(?:e[+-]?\d+)?s?$/i.test(text)) return undefined;
  const seconds = Number(plain(text.replace(/s$/i, '')));
  return Number.isFinite(seconds) ? seconds : undefined;
}

function plain(text: string): string {
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(text)) return text.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d*$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return /^\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
}
