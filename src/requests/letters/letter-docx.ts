import type { IParagraphOptions, IRunOptions } from "docx";
import type { Letter } from "../../domain/letter.js";
import { letterHeadings } from "./headings.js";

const song = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体" };
const fangsong = { ...song, eastAsia: "仿宋" };
const hei = { ...song, eastAsia: "黑体" };
const red = "C8102E";

/** Half points: 小初 36, 二号 22, 三号 16, 小四 12. */
const size = { office: 72, title: 44, text: 32, foot: 24 };
/** Twentieths of a point. */
const line = { text: 560, foot: 400 };
const indent = { firstLine: 640 };
const millimetre = 56.7;
const margin = { top: 37 * millimetre, right: 26 * millimetre, bottom: 30 * millimetre, left: 28 * millimetre };
const a4 = { width: 11_906, height: 16_838 };

/** The letter as a Word document on A4, with the sizes, margins and the red head of 党政机关公文格式 (GB/T 9704-2012). */
export async function letterDocx(letter: Letter): Promise<Buffer> {
  // a megabyte that only this form needs
  const { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, LineRuleType, Packer, PageNumber, Paragraph, TextRun } = await import(
    "docx"
  );
  const paragraph = (text: string, run: Partial<IRunOptions>, options: Partial<IParagraphOptions>) =>
    new Paragraph({ ...options, children: [new TextRun({ text, font: fangsong, size: size.text, color: "000000", ...run })] });
  const spaced = (before: number, height: number = line.text) => ({ before, line: height, lineRule: LineRuleType.EXACT });
  // the last one stays with the signature: that must not stand on a page of its own
  const body = (text: string, index: number, all: readonly string[]) =>
    paragraph(text, {}, { indent, alignment: AlignmentType.BOTH, spacing: spaced(0), keepNext: index === all.length - 1 });
  const foot = (text: string) => paragraph(text, { size: size.foot }, { alignment: AlignmentType.LEFT, spacing: spaced(0, line.foot) });
  const rule = (color: string, width: number) => ({ style: BorderStyle.SINGLE, color, size: width, space: 4 });
  const centred = AlignmentType.CENTER;
  const signed = { alignment: AlignmentType.RIGHT, indent: { right: 1280 }, keepNext: true };
  const { title, number, addressee, paragraphs, remedies, articles, signature, contact } = letter;
  const heading = (text: string, options: Partial<IParagraphOptions>, height: number) =>
    paragraph(text, { font: hei, size: height }, { heading: HeadingLevel.HEADING_2, keepNext: true, ...options });
  const pageNumber = new Paragraph({
    alignment: centred,
    children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: song, size: 28 })],
  });
  const children = [
    paragraph(signature.office, { font: song, size: size.office, bold: true, color: red }, { alignment: centred }),
    paragraph(number, {}, { alignment: centred, spacing: { before: 240, after: 480 }, border: { bottom: rule(red, 16) } }),
    paragraph(
      title,
      { font: song, size: size.title, bold: true },
      { heading: HeadingLevel.HEADING_1, alignment: centred, spacing: { after: 360 } },
    ),
    paragraph(`${addressee}：`, {}, { spacing: spaced(0) }),
    ...paragraphs.map(body),
    ...(remedies.length === 0
      ? []
      : [heading(letterHeadings.remedies, { indent, spacing: spaced(160) }, size.text), ...remedies.map(body)]),
    paragraph(signature.office, {}, { ...signed, spacing: spaced(840) }),
    paragraph(signature.date, {}, { ...signed, spacing: spaced(0) }),
    heading(letterHeadings.articles, { spacing: spaced(640, line.foot) }, size.foot),
    ...articles.map(({ law, article, says }) => foot(`${law}${article}：${says}。`)),
    paragraph(
      `${letterHeadings.contact}：${contact}`,
      { size: size.foot },
      { spacing: { before: 240 }, border: { top: rule("000000", 6), bottom: rule("000000", 6) } },
    ),
  ];
  const document = new Document({
    title: `${title} ${number}`,
    creator: signature.office,
    lastModifiedBy: signature.office,
    styles: { default: { document: { run: { font: fangsong, size: size.text, language: { value: "zh-CN", eastAsia: "zh-CN" } } } } },
    sections: [{ properties: { page: { size: a4, margin } }, footers: { default: new Footer({ children: [pageNumber] }) }, children }],
  });
  return Packer.toBuffer(document);
}
