/** What changes how the text around it is read, or shows nothing: controls, halves of a pair, marks of direction, widths of nothing. */
const unseen = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** The template sets the mark that follows. */
const closing = /[\s。；;，,、]+$/u;

/** What a person wrote, as it may stand in the middle of a letter's sentence: one line, only visible characters, no mark at its end. */
export function cleanText(text: string): string {
  return text
    .replace(/[\r\n\t\f\v\u0085\u2028\u2029]+/gu, " ")
    .replace(unseen, "")
    .replace(/ {2,}/g, " ")
    .trim()
    .replace(closing, "");
}
