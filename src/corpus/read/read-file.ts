import { TextDecoder } from "node:util";
import { ZhengwenError } from "../../domain/errors.js";

/**
 * The text of a file: UTF-8 strictly, else UTF-16 with a mark, else gb18030. Guessing by statistics takes short GBK for Cyrillic.
 * @throws ZhengwenError `document_binary`, `document_encoding`, `document_empty`
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new ZhengwenError("document_empty", "the file is empty");
  const text = decodeUtf16(bytes) ?? decodeStrictly(bytes, "utf-8") ?? decodeGb18030(bytes);
  if (isBinary(text)) throw new ZhengwenError("document_binary", "not a text file");
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC");
}

function decodeUtf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return decodeStrictly(
      Uint8Array.from(bytes).map((_, index) => bytes[index ^ 1] ?? 0),
      "utf-16le",
    );
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeGb18030(bytes: Uint8Array): string {
  if (bytes.subarray(0, 8192).includes(0)) throw new ZhengwenError("document_binary", "not a text file");
  const text = decodeStrictly(bytes, "gb18030");
  if (text !== null && looksChinese(text)) return text;
  throw new ZhengwenError("document_encoding", "neither UTF-8 nor gb18030: save it as UTF-8 and import it again");
}

/** Random bytes often decode as gb18030, into rare characters and private use. */
function looksChinese(text: string): boolean {
  const sample = text.slice(0, 4000);
  const common = sample.match(/[\u4e00-\u9fa5\u3000-\u303f\uff00-\uff5e\x20-\x7e\n\r\t]/g)?.length ?? 0;
  return common >= sample.length * 0.95;
}

function isBinary(text: string): boolean {
  const length = Math.min(text.length, 8192);
  let controls = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) controls++;
  }
  return controls > length * 0.01;
}
