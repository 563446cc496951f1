import { foldHomoglyphs } from "./normalise.js";

const base64 = /[A-Za-z0-9+/]{12,}={0,2}/g;
const letters = /[a-z]/gi;
const hex = /(?:\\x|\\u|%)(?:[0-9a-f]{2,4})/gi;
const spacedOut = /(?<=[\u4e00-\u9fff])[\s.·|*_-](?=[\u4e00-\u9fff][\s.·|*_-]?)/g;

/**
 * The other texts that a text may hide: letters of other alphabets that look Latin, base64, rot13, escapes, reversed
 * writing, characters set apart. For noticing attacks only. Empty for the usual message.
 */
export function disguisesOf(text: string): string[] {
  const forms: string[] = [];
  const folded = foldHomoglyphs(text).toLowerCase();
  if (folded !== text.toLowerCase()) forms.push(folded);
  for (const [code] of text.matchAll(base64)) {
    const decoded = decodeBase64(code);
    if (decoded !== null) forms.push(decoded.toLowerCase());
  }
  if (hex.test(text)) forms.push(text.replace(hex, unescapeOne).toLowerCase());
  if (/rot|[a-z]{5,} [a-z]{3,}/i.test(text)) forms.push(text.replace(letters, rot13).toLowerCase());
  const closed = text.replace(spacedOut, "");
  if (text.length - closed.length >= 4) forms.push(closed);
  if (/倒|反|逆|reverse/i.test(text)) forms.push([...text].reverse().join(""));
  return forms;
}

/** Null when the bytes are no readable text. */
function decodeBase64(code: string): string | null {
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(code, "base64"));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters mean that it was no text
    return decoded.length >= 4 && !/[\u0000-\u0008\u000e-\u001f]/.test(decoded) ? decoded : null;
  } catch {
    return null;
  }
}

function unescapeOne(code: string): string {
  const value = Number.parseInt(code.replace(/^(?:\\x|\\u|%)/i, ""), 16);
  return String.fromCharCode(value);
}

function rot13(letter: string): string {
  const base = letter <= "Z" ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
}
