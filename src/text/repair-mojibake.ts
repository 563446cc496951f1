import { gbkTable } from "./gbk.js";

const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Latin letters and signs that the first bytes of UTF-8 Chinese become, followed by another such. */
const asLatin = /[ä-é][\u0080-\u00bf\u0152-\u2122]{2}/;
/** UTF-8 Chinese read as GBK shows, for every two characters, one of these 384, which proper texts hardly use. */
let gbkSigns: ReadonlySet<string> | null = null;
const signShare = 0.2;

/** Lines whose UTF-8 bytes were read as Latin-1, Windows-1252 or GBK, read again; other lines as they are. */
export function repairMojibake(text: string): { readonly text: string; readonly repairs: number } {
  if (!asLatin.test(text) && !looksLikeGbk(text)) return { text, repairs: 0 };
  let repairs = 0;
  const lines = text.split("\n").map((line) => {
    const again = asLatin.test(line) ? asUtf8(line, latinBytes) : looksLikeGbk(line) ? asUtf8(line, gbkBytes) : null;
    if (again === null || !/[\u4e00-\u9fff]/.test(again)) return line;
    repairs++;
    return again;
  });
  return { text: lines.join("\n"), repairs };
}

function looksLikeGbk(text: string): boolean {
  gbkSigns ??= signs();
  let count = 0;
  let total = 0;
  for (const character of text) {
    if (character < "\u0080") continue;
    total++;
    if (gbkSigns.has(character)) count++;
  }
  return count >= 2 && count >= signShare * total;
}

/** The first two bytes of Chinese in UTF-8: E4–E9, then 80–BF. */
function signs(): ReadonlySet<string> {
  const decoder = new TextDecoder("gbk");
  const found = new Set<string>();
  for (let lead = 0xe4; lead <= 0xe9; lead++)
    for (let trail = 0x80; trail <= 0xbf; trail++) found.add(decoder.decode(new Uint8Array([lead, trail])));
  return found;
}

/** Null unless every character has bytes and the bytes are valid UTF-8. */
function asUtf8(line: string, bytesOf: (character: string) => readonly number[] | null): string | null {
  const bytes: number[] = [];
  for (const character of line) {
    const own = bytesOf(character);
    if (own === null) return null;
    bytes.push(...own);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return null;
  }
}

function latinBytes(character: string): readonly number[] | null {
  const code = character.charCodeAt(0);
  if (code < 0x100) return [code];
  const index = windows1252.indexOf(character);
  return index < 0 ? null : [0x80 + index];
}

function gbkBytes(character: string): readonly number[] | null {
  const code = character.charCodeAt(0);
  return code < 0x80 ? [code] : gbkTable().bytesOf(character);
}
