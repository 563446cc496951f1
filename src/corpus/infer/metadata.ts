import type { DocumentKind, DocumentMetadata } from "../../domain/document.js";
import { nation, type Place } from "../../domain/place.js";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.js";
import type { Gazetteer } from "../../knowledge/places.js";
import type { FrontMatter } from "../read/front-matter.js";
import { latestEnactment, type Repeal, repealsIn, statedEffect } from "./history.js";

export type Inferred = {
  readonly metadata: DocumentMetadata;
  /** Names of the fields that no front matter gave. */
  readonly inferred: readonly string[];
  readonly repeals: readonly Repeal[];
  /** Where the text itself begins, behind title and history; UTF-16. */
  readonly bodyStart: number;
};

const kindByFolder: readonly (readonly [RegExp, DocumentKind])[] = [
  [/地方(?:性)?法规/, "local_regulation"],
  [/行政法规/, "administrative_regulation"],
  [/司法解释/, "judicial_interpretation"],
  [/部门规章|地方政府规章/, "rule"],
  [/规范性文件/, "normative_document"],
];
const explaining: ReadonlySet<DocumentKind> = new Set(["interpretation", "faq", "service_guide", "disclosure"]);
const kindByTitle: readonly (readonly [RegExp, DocumentKind])[] = [
  [/办事指南|服务指南$/, "service_guide"],
  [/解读$|问答$/, "interpretation"],
  [/公开(?:指南|目录|年度报告)|年度报告$/, "disclosure"],
  [/常见问题|FAQ/i, "faq"],
  [/通知$|公告$|通告$/, "notice"],
  [/^最高人民(?:法院|检察院)/, "judicial_interpretation"],
  [/法典|(?<!办)法$/, "law"],
  [/条例$/, "administrative_regulation"],
  [/(?:办法|细则|规定|决定)$/, "normative_document"],
];

/** Its books are filed one by one, and only the last says when they all took effect (民法典 art. 1260). */
const bookOfCivilCode = /^(?:中华人民共和国)?民法典·/;
const civilCodeFrom = "2021-01-01" as PlainDate;

/**
 * What the text and its path tell of a document, under what its front matter says.
 * @param path below the imported folder, with slashes
 */
export function inferMetadata(frontMatter: FrontMatter, body: string, path: string, gazetteer: Gazetteer, officePlace: Place): Inferred {
  const infoEnd = body.indexOf("<!-- INFO END -->");
  const history = infoEnd >= 0 ? body.slice(0, infoEnd) : "";
  const bodyStart = infoEnd >= 0 ? infoEnd + "<!-- INFO END -->".length : 0;
  const tail = body.slice(Math.max(bodyStart, body.length - 1500));
  const fileName = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");

  const title = frontMatter.title ?? titleOf(body, fileName);
  const nameDate = /[(（](\d{4}-\d{2}-\d{2})[)）]$/.exec(fileName)?.[1];
  const enacted = latestEnactment(history);
  const versionDate = enacted ?? (nameDate && isPlainDate(nameDate) ? nameDate : null);

  const given = frontMatter.place ? gazetteer.read(frontMatter.place) : null;
  const kind = frontMatter.kind ?? kindOf(path, title, infoEnd >= 0, gazetteer);
  // what an interpretation says of dates and abolitions is said of the text that it explains
  const own = explaining.has(kind) ? "" : tail;
  const effective = bookOfCivilCode.test(title)
    ? civilCodeFrom
    : laterOf(frontMatter.publishedOn ?? versionDate, statedEffect(history, own));
  const metadata: DocumentMetadata = {
    title,
    kind,
    place: given ?? placeOf(path, title, infoEnd >= 0, gazetteer, officePlace),
    issuer: frontMatter.issuer ?? null,
    documentNumber: frontMatter.documentNumber ?? null,
    publishedOn: frontMatter.publishedOn ?? versionDate,
    effectiveFrom: frontMatter.effectiveFrom ?? effective,
    effectiveTo: frontMatter.effectiveTo ?? null,
    supersedes: frontMatter.supersedes ?? [],
    categories: frontMatter.categories ?? [],
    sourceUnit: frontMatter.sourceUnit ?? null,
    checkedOn: frontMatter.checkedOn ?? null,
    url: frontMatter.url ?? null,
  };
  const fields = ["title", "kind", "place", "publishedOn", "effectiveFrom"] as const;
  const inferred = fields.filter((field) => !frontMatter[field] && metadata[field] !== null);
  return { metadata, inferred, repeals: repealsIn(own), bodyStart };
}

/** 民法典 is filed by book: its name and the book's together, else the books would be versions of one another. */
function titleOf(body: string, fileName: string): string {
  const headings = [...body.slice(0, 600).matchAll(/^# +(.+)$/gm)].map((match) => clean(match[1] ?? ""));
  if (headings.length > 0) return headings.slice(0, 2).join("·");
  const firstLine = body.split("\n").find((line) => line.trim() !== "");
  if (firstLine && firstLine.trim().length <= 60) return clean(firstLine);
  return clean(fileName.replace(/[(（]\d{4}-\d{2}-\d{2}[)）]$/, ""));
}

function clean(line: string): string {
  return line
    .replace(/^#+\s*/, "")
    .replace(/\s+/g, "")
    .trim();
}

function kindOf(path: string, title: string, isLawText: boolean, gazetteer: Gazetteer): DocumentKind {
  const byFolder = kindOfFolder(path);
  if (byFolder) return byFolder;
  if (/条例$/.test(title) && gazetteer.ofTitle(title, null)) return "local_regulation";
  return kindByTitle.find(([pattern]) => pattern.test(title))?.[1] ?? (isLawText ? "law" : "notice");
}

function kindOfFolder(path: string): DocumentKind | null {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return kindByFolder.find(([pattern]) => pattern.test(folder))?.[1] ?? null;
}

/** The folder of the province, then the title; texts of a law collection without either are national, others the office's. */
function placeOf(path: string, title: string, isLawText: boolean, gazetteer: Gazetteer, officePlace: Place): Place {
  for (const part of path.split("/").slice(0, -1)) {
    const province = gazetteer.ofTitle(part, null);
    if (province) return gazetteer.ofTitle(title, province) ?? province;
  }
  const byTitle = gazetteer.ofTitle(title, null);
  if (byTitle) return byTitle;
  return isLawText || kindOfFolder(path) || /^中华人民共和国|^最高人民|^国务院/.test(title) ? nation : officePlace;
}

/** An amended text keeps its old 施行 date: the amendment's own date is later and decides. */
function laterOf(versionDate: PlainDate | null, stated: PlainDate | null): PlainDate | null {
  if (versionDate === null || stated === null) return versionDate ?? stated;
  return stated > versionDate ? stated : versionDate;
}
