import { gbkTable } from "./gbk.js";

const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Latin letters and signs that the first bytes of UTF-8 Chinese become, followed by another such. */
const asLatin = /[ä-é][\u0080-\u00bf\u0152-\u2122]{2}/;
/** Characters that UTF-8 Chinese becomes when read as GBK, and that proper texts hardly use. */
const asGbk = /[锛銆鐨鍦鏄涓浠鏂鍚璇闂鐢鏈瀹勬枃姝鍏鎴绔鎿嶄綔]/g;

/** Lines whose UTF-8 bytes were read as Latin-1, Windows-1252 or GBK, read again; other lines as they are. */
export function repairMojibake(text: string): { readonly text: string; readonly repairs: number } {
  if (!asLatin.test(text) && (text.match(asGbk)?.length ?? 0) < 3) return { text, repairs: 0 };
  let repairs = 0;
  const lines = text.split("\n").map((line) => {
    const again = asLatin.test(line) ? asUtf8(line, latinBytes) : (line.match(asGbk)?.length ?? 0) >= 3 ? asUtf8(line, gbkBytes) : null;
    if (again === null || !/[\u4e00-\u9fff]/.test(again)) return line;
    repairs++;
    return again;
  });
  return { text: lines.join("\n"), repairs };
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
