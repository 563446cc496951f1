import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LetterKind, letterKinds } from "../../../src/domain/letter.js";
import { loadLetters } from "../../../src/knowledge/letters.js";
import { loadOffice } from "../../../src/knowledge/office.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { composeLetter } from "../../../src/requests/letters/compose-letter.js";
import type { LetterFacts } from "../../../src/requests/letters/facts.js";
import { letterDocx } from "../../../src/requests/letters/letter-docx.js";
import { letterHtml } from "../../../src/requests/letters/letter-html.js";
import { letterText } from "../../../src/requests/letters/letter-text.js";
import { allFacts } from "../../fixtures/letter-facts.js";

const parts = { letters: loadLetters(knowledgeFolder), office: loadOffice(knowledgeFolder) };
const write = (kind: LetterKind, facts: LetterFacts = allFacts) => composeLetter(kind, facts, parts);
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];

/** Everything that a letter says, in order of its writing. */
function saidBy(kind: LetterKind): readonly string[] {
  const { title, number, addressee, paragraphs, remedies, signature, articles } = write(kind);
  return [title, number, addressee, ...paragraphs, ...remedies, signature.date, ...articles.map(({ says }) => says)];
}

/** Names and contents of a zip's files, by its central directory. */
function unzip(zip: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1")) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(begin, begin + packed);
    files.set(zip.toString("utf8", at + 46, at + 46 + nameLength), (method === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

/** The words of a Word document's body. */
async function wordsOf(document: Buffer): Promise<string> {
  const xml = unzip(document).get("word/document.xml") ?? "";
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("\n");
  return words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

const hostile = '<script>alert(1)</script><img src=x onerror="alert(1)">&lt;b\u0000\u0008\u202E';

describe("letterText", () => {
  it.each(letterKinds)("%s has everything that the letter says", (kind) => {
    const text = letterText(write(kind));
    for (const said of saidBy(kind)) expect(text).toContain(said);
    expect(text).not.toMatch(/[{}]|undefined|null|。。/);
  });

  it("has no heading for remedies where there are none", () => {
    expect(letterText(write("refused"))).toContain("不同意怎么办");
    expect(letterText(write("receipt"))).not.toContain("不同意怎么办");
  });
});

describe("letterHtml", () => {
  it.each(letterKinds)("%s has everything that the letter says", (kind) => {
    const plain = letterHtml(write(kind)).replace(/<\/?span[^>]*>/g, "");
    for (const said of saidBy(kind)) expect(plain).toContain(said);
  });

  it("is a page of its own, in Chinese, for A4, that loads nothing", () => {
    const html = letterHtml(write("refused"));
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(html).toMatch(/@page \{ size: A4; margin: /);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(?:link|script|img|iframe)|url\(|@import/);
  });

  it("lets an address break anywhere and a receipt number nowhere", () => {
    const html = letterHtml(write("already_public"));
    expect(html).toContain('<span class="address">https://mumian.example/gongkai/2025</span>');
    expect(html).toContain('<span class="whole">YSQ-2026-000012</span>');
  });

  it("shows markup in facts as what was written", () => {
    const html = letterHtml(write("refused", { ...allFacts, applicant: hostile }));
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;lt;b：</p>");
  });

  it("has the same tags whatever the facts' texts are", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom("<", ">", '"', "'", "&", "/", "=", "s", "&lt;", "<!--", "]]>", "</p>", "<b x=", "</style>"),
        maxLength: 20,
      }),
    );
    const tags = (kind: LetterKind, text: string) => {
      // a mark before it, so that what is unseen or blank is no missing element
      const facts = { ...allFacts, applicant: `甲${text}`, description: `乙${text}`, reason: `丙${text}`, provided: [`丁${text}`, "戊"] };
      return tagsOf(letterHtml(write(kind, facts)));
    };
    fc.assert(
      fc.property(fc.constantFrom("refused", "partly_granted", "granted"), anything, (kind: LetterKind, text) => {
        fc.pre(!/https?:|[A-Z]{2}-\d/.test(text));
        expect(tags(kind, text)).toEqual(tags(kind, "字"));
      }),
      { numRuns: 300 },
    );
  });

  it("cannot be left by way of an address either", () => {
    const html = letterHtml(write("already_public", { ...allFacts, availableAt: 'https://a.example/"><script>alert(1)</script>' }));
    expect(html).not.toContain("<script");
    expect(tagsOf(html).filter((tag) => / on\w+=/.test(tag))).toEqual([]);
  });
});

describe("letterDocx", () => {
  it.each(["granted", "refused", "third_party_consultation"] as const)("%s opens and has everything that the letter says", async (kind) => {
    const words = await wordsOf(await letterDocx(write(kind)));
    for (const said of saidBy(kind)) expect(words).toContain(said);
  });

  it("is on A4", async () => {
    const xml = unzip(await letterDocx(write("refused"))).get("word/document.xml");
    expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/);
  });

  it("stays well-formed with markup and controls in facts", async () => {
    const document = await letterDocx(write("refused", { ...allFacts, applicant: hostile, reason: `理由${hostile}\uD83D` }));
    const xml = unzip(document).get("word/document.xml") ?? "";
    expect(xml).not.toMatch(/<script|<img|(?![\n\r\t])\p{Cc}|\p{Noncharacter_Code_Point}/u);
    expect(await wordsOf(document)).toContain("<script>alert(1)</script>");
  });
});
