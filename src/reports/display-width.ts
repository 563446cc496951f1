const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const noLineStart = /^[，。、；：！？）》」』】”’]/;

/** How many columns of a terminal a text takes: Chinese characters and full-width punctuation take two (UAX #11). */
export function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);
}

/** Fills a text with spaces to a width in columns, at its end or before it. */
export function padToWidth(text: string, width: number, side: "left" | "right" = "left"): string {
  const gap = " ".repeat(Math.max(0, width - displayWidth(text)));
  return side === "left" ? text + gap : gap + text;
}

/** Breaks a text into lines of at most `width` columns; punctuation does not begin a line, so such a line may be one character longer. */
export function wrapToWidth(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const character of text) {
    if (displayWidth(line + character) > width && line !== "" && !noLineStart.test(character)) {
      lines.push(line);
      line = "";
    }
    line += character;
  }
  return [...lines, line];
}
