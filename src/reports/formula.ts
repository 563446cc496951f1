const begins = /^(?:[\t\r\n]|[\s\u200b\ufeff]*[=+\-@])/;

/**
 * Whether a spreadsheet might take a text for a formula: it begins with = + - @, a tab or a line break, also in full width (＝) and after spaces.
 * See OWASP, "CSV Injection".
 */
export function isLikeFormula(text: string): boolean {
  return begins.test(text.normalize("NFKC")) || begins.test(text);
}
