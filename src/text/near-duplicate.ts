import { createHash } from "node:crypto";

/** What tells near-duplicates apart from other texts: enough to compare two without reading them. */
export type Signature = {
  /** Of the words alone: equal where title, date line and layout are all that differs. */
  readonly body: string;
  /** Of the numbers alone: texts whose numbers differ say something different. */
  readonly numbers: string;
  /** MinHash of the character 4-grams (Broder 1997; one permutation, Li, Owen and Zhang 2012), `bins` values of 16 bits. */
  readonly grams: Uint16Array;
};

const bins = 128;
const gramLength = 4;
const numeral = /\d+|[〇零一二三四五六七八九十百千万亿两]+/g;
/** What a website puts around a text. */
const furniture =
  /^(?:信息来源|来源|作者|责任编辑|编辑|发布(?:时间|日期|机构|单位)|发文日期|成文日期|浏览(?:次数|量)|阅读(?:次数|量)?|点击(?:次数|数|率|量)|索引号|字体|字号|打印|分享到?)\s*[：:]/;
const dateLine = /^(?:二[〇零○O]|\d{2})[^。；，]{2,12}日$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
const longestClosing = 30;

/**
 * The signature of a text, as one string. Titles, the date and name at the end, and what a website puts around a text are left out.
 * @param title the document's, which the text may repeat
 */
export function signatureOf(text: string, title: string): string {
  const lines = substance(text, title);
  const words = lines.join("").replace(/[^0-9A-Za-z\u3007\u3400-\u9fff]+/g, "");
  const numbers = [...new Set(lines.join("\n").match(numeral) ?? [])].sort().join();
  return [hash(words), hash(numbers), Buffer.from(gramsOf(words).buffer).toString("base64")].join(":");
}

/** Reads what `signatureOf` wrote; null when it is of another form. */
export function readSignature(written: string): Signature | null {
  const [body, numbers, encoded] = written.split(":");
  const bytes = Buffer.from(encoded ?? "", "base64");
  if (!body || !numbers || bytes.length !== bins * 2) return null;
  const grams = Uint16Array.from({ length: bins }, (_, bin) => bytes.readUInt16LE(bin * 2));
  return { body, numbers, grams };
}

/** How much of two texts agrees, as the Jaccard similarity of their character 4-grams, estimated: 0 … 1, standard error up to .04. */
export function agreementOf(a: Signature, b: Signature): number {
  let equal = 0;
  for (let bin = 0; bin < bins; bin++) if (a.grams[bin] === b.grams[bin]) equal++;
  return equal / bins;
}

function substance(text: string, title: string): readonly string[] {
  const bare = title.replace(/\s+/g, "");
  const lines = text
    .replace(/<!--[\s\S]*?-->/g, "")
    .split("\n")
    .map((line) => line.normalize("NFKC").trim())
    .filter((line) => line !== "" && !/^#\s/.test(line) && !furniture.test(line) && line.replace(/\s+/g, "") !== bare);
  let end = lines.length;
  while (end > 0 && dateLine.test((lines[end - 1] ?? "").replace(/\s+/g, ""))) end--;
  // who signs stands above the date
  const isDated = end < lines.length;
  if (isDated && (lines[end - 1]?.length ?? 0) <= longestClosing && !/[。；：:！!]/.test(lines[end - 1] ?? "")) end--;
  return lines.slice(0, end);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** In each bin the least hash of those that fall into it; an empty bin takes its neighbour's. */
function gramsOf(words: string): Uint16Array {
  const least = new Uint32Array(bins).fill(0xffffffff);
  let [first, second, third] = [0, 0, 0];
  for (let at = 0; at < words.length; at++) {
    const fourth = words.charCodeAt(at);
    if (at >= gramLength - 1) {
      let value =
        Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77) ^ Math.imul(third, 0xc2b2ae3d) ^ Math.imul(fourth, 0x27d4eb2f);
      // the finaliser of MurmurHash3: products alone leave the low bits of like grams alike
      value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
      value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
      value = (value ^ (value >>> 16)) >>> 0;
      const bin = value % bins;
      if (value < (least[bin] as number)) least[bin] = value;
    }
    first = second;
    second = third;
    third = fourth;
  }
  return Uint16Array.from(least, (_, bin) => {
    for (let step = 0; step < bins; step++) {
      const value = least[(bin + step) % bins] as number;
      if (value !== 0xffffffff) return Math.floor(value / bins) & 0xffff;
    }
    return 0;
  });
}
