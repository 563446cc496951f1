import { describe, expect, it } from "vitest";
import { type RefusalGround, refusalGrounds } from "../../../src/domain/disclosure-outcome.js";
import { frameElements, type LetterElement, type LetterKind, letterKinds } from "../../../src/domain/letter.js";
import { loadLetters } from "../../../src/knowledge/letters.js";
import { loadOffice } from "../../../src/knowledge/office.js";
import { knowledgeFolder } from "../../../src/paths.js";
import { composeLetter } from "../../../src/requests/letters/compose-letter.js";
import type { LetterFacts } from "../../../src/requests/letters/facts.js";
import { allFacts } from "../../fixtures/letter-facts.js";

const letters = loadLetters(knowledgeFolder);
const office = loadOffice(knowledgeFolder);
const parts = { letters, office };
const write = (kind: LetterKind, facts: LetterFacts = allFacts) => composeLetter(kind, facts, parts);
const without = (...elements: readonly LetterElement[]): LetterFacts =>
  Object.fromEntries(Object.entries(allFacts).filter(([element]) => !elements.includes(element as LetterElement)));

/** Each outcome's article as the letter cites it, and something that only this letter says. */
const outcomes: readonly (readonly [name: string, kind: LetterKind, article: string, says: string])[] = [
  ["Art. 36(1): published already, told where", "already_public", "第三十六条第一项", "街道网站 https://mumian.example/gongkai/2025"],
  ["Art. 36(2): given, told how and when", "granted", "第三十六条第二项", "1．食材采购合同，共6页；"],
  ["Art. 36(3): withheld, with the reason", "refused", "第三十六条第三项", "这是采购方案定下来以前的内部讨论"],
  ["Art. 36(4): searched for and not there", "not_held", "第三十六条第四项", "查了档案室2019年至2026年的目录"],
  ["Art. 36(5): another organ's, named", "not_ours", "第三十六条第五项", "岭海市南湾区住房和城乡建设局"],
  ["Art. 36(6): answered before", "repeated", "第三十六条第六项", "2026年6月10日以木棉街公开告〔2026〕5号"],
  ["Art. 36(7): by a law of its own", "special_procedure", "第三十六条第七项", "《不动产登记暂行条例》"],
  ["Art. 37: part is given, the rest withheld", "partly_granted", "第三十七条", "讨论记录第2页至第5页。"],
  ["Art. 38: would have to be made", "needs_making", "第三十八条", "重新加工、分析"],
  ["Art. 39(1): a petition in disguise, shown its way", "disguised_petition", "第三十九条第一款", "打12345"],
  ["Art. 39(2): a publication", "publication", "第三十九条第二款", "公开出版物"],
  ["form (五) 5: asks to confirm what was got", "confirmation_wanted", "表三第（三）项之五", "重新出具"],
  ["Art. 30: corrected and still unclear", "still_unclear", "第三十条", "2026年11月12日收到了您补正的申请"],
  ["Art. 30: not corrected, abandoned", "not_corrected", "第三十条", "最迟在2026年11月27日补正"],
  ["Art. 35: excessive, not processed", "excessive", "第三十五条", "理由不合理"],
  ["Art. 42: the fee was not paid", "fee_unpaid", "第四十二条", "人民币300元"],
  ["withdrawn by the applicant", "withdrawn", "第二十九条", "2026年11月20日，您撤回了这件申请"],
  ["Art. 35: reasons are asked for", "excessive_reasons", "第三十五条", "最迟在2026年12月4日说明理由"],
  ["Art. 35: a later day is told", "excessive_later", "第三十五条", "最迟在2026年11月30日答复您"],
  ["Art. 31: receipt", "receipt", "第三十一条", "收到申请的日期：2026年11月2日。"],
  ["Art. 30: correction, what and by which date", "correction", "第三十条", "1．写明要哪一年的记录；"],
  ["Art. 33: extension, agreed by the head", "extension", "第三十三条第二款", "负责人李文同意"],
  ["Art. 32: the third party is asked", "third_party_consultation", "第三十二条", "15个工作日"],
  ["Art. 32: the third party is overruled", "third_party_overruled", "第三十二条", "公共利益"],
  ["Art. 34: the organ that made it too is asked", "organ_consultation", "第三十四条", "视为同意公开"],
  ["Art. 42: fee, how much and by which date", "fee", "第四十二条", "最迟在2026年12月21日缴纳"],
];

describe("composeLetter", () => {
  it("is held against every kind here", () => {
    expect(new Set(outcomes.map(([, kind]) => kind))).toEqual(new Set(letterKinds));
  });

  it.each(outcomes)("%s", (_, kind, article, says) => {
    const { articles, paragraphs } = write(kind);
    expect(articles.map(({ article: cited }) => cited)).toContain(article);
    expect(paragraphs.join("\n")).toContain(says);
  });

  it("has number, title, addressee, signature with office and date, and whom to ask", () => {
    expect(write("granted")).toMatchObject({
      kind: "granted",
      title: "政府信息公开告知书",
      number: "木棉街公开告〔2026〕1号",
      addressee: "张明",
      signature: { office: "木棉街道办事处", date: "2026年11月23日" },
      contact: expect.stringContaining("0700-0000103"),
    });
  });

  it.each([
    ["third_party_consultation", "岭海市海风食品有限公司"],
    ["third_party_overruled", "岭海市海风食品有限公司"],
    ["organ_consultation", "岭海市南湾区市场监督管理局"],
  ] as const)("%s goes to who is asked and does not tell who applied", (kind, addressee) => {
    const letter = write(kind);
    expect(letter.addressee).toBe(addressee);
    expect(JSON.stringify(letter)).not.toContain(allFacts.applicant);
  });

  it("speaks to an organisation as one", () => {
    expect(write("refused").paragraphs[0]).toContain("您申请公开的是");
    expect(write("refused", { ...allFacts, addresseeKind: "organisation" }).paragraphs[0]).toContain("贵单位申请公开的是");
  });

  it("leaves out what is not known and not required", () => {
    expect(write("not_held").paragraphs.join("")).toContain("您也可以向岭海市南湾区住房和城乡建设局了解");
    expect(write("not_held", without("responsibleOrgan")).paragraphs.join("")).not.toContain("了解");
  });

  it("Art. 36(5): says so where the right organ cannot be told", () => {
    const { paragraphs, short } = write("not_ours", without("responsibleOrgan"));
    for (const text of [paragraphs.join(""), short]) expect(text).toMatch(/暂时不能确定：区里两个部门都说不是自己保存/);
  });

  it("Art. 36(5): names the right organ, and has no doubt about it, where it is known", () => {
    const { paragraphs, short } = write("not_ours");
    for (const text of [paragraphs.join(""), short]) {
      expect(text).toContain("岭海市南湾区住房和城乡建设局");
      expect(text).not.toContain("不能确定");
    }
  });

  it("Art. 33: a receipt whose due date cannot be told yet says when it will be", () => {
    const { paragraphs, short } = write("receipt", without("dueOn"));
    for (const text of [paragraphs.join(""), short]) expect(text).toContain("国务院公布2027年的放假安排以后");
  });

  describe("leaves no place in braces, and its short reply has at most 200 characters", () => {
    it.each(letterKinds)("%s", (kind) => {
      const letter = write(kind);
      expect(JSON.stringify(Object.values(letter).flat().map(String))).not.toMatch(/[{}]/);
      expect([...letter.short].length).toBeLessThanOrEqual(200);
      expect(letter.short.length).toBeGreaterThan(20);
    });

    it.each(letterKinds)("%s, of long facts", (kind) => {
      const long = Object.fromEntries(
        Object.entries(allFacts).map(([element, value]) => [
          element,
          typeof value === "string" && !/^\d{4}-/.test(value) && !["ground", "requestNumber"].includes(element)
            ? "很长的话".repeat(45)
            : value,
        ]),
      );
      const { short } = write(kind, long);
      expect([...short].length).toBeLessThanOrEqual(200);
    });
  });

  it("does not cut an address in the short reply", () => {
    const availableAt = `https://mumian.example/${"a".repeat(300)}`;
    const { short, paragraphs } = write("already_public", { ...allFacts, availableAt });
    expect(short).toContain("网址见告知书");
    expect(paragraphs.join("")).toContain(availableAt);
  });

  describe("does not fill what facts hold in braces", () => {
    it("a name that looks like a place stays as it is", () => {
      expect(write("granted", { ...allFacts, applicant: "{reason}" }).addressee).toBe("{reason}");
    });
  });

  it("removes what is not seen, and the mark at the end of what people wrote", () => {
    const { paragraphs, addressee } = write("refused", {
      ...allFacts,
      applicant: "张\u0000\u202E明\uD800",
      reason: "第一行\n第二行。。\u200B",
    });
    expect(addressee).toBe("张明");
    expect(paragraphs).toContain("具体的理由是：第一行 第二行。");
  });
});

describe("remedies", () => {
  const reviewFirst = (remedies: readonly string[]) => {
    const text = remedies.join("");
    expect(text).toMatch(/先申请行政复议.*60日内.*南湾区人民政府.*收到复议决定书之日起15日内.*南湾区人民法院/);
    expect(text).not.toContain("6个月");
  };
  const reviewOrSuit = (remedies: readonly string[]) => {
    const text = remedies.join("");
    expect(text).toMatch(/行政复议.*60日内.*南湾区人民政府.*6个月内.*南湾区人民法院/);
    expect(text).not.toContain("先申请");
  };
  const refused = (ground: RefusalGround, outcome: "refused" | "partly_granted", own = office) =>
    composeLetter({ outcome, ground }, without("ground"), { letters, office: own });

  const byArticle: readonly (readonly [string, RefusalGround])[] = [
    ["Art. 14", "state_secret"],
    ["Art. 14", "forbidden_by_law"],
    ["Art. 14", "security"],
    ["Art. 15", "third_party"],
    ["Art. 16", "internal_affairs"],
    ["Art. 16", "working_papers"],
    ["Art. 16", "enforcement_file"],
  ];

  it.each(byArticle)("Art. 36(3) with %s: %s is reviewed first (行政复议法 Art. 23), a suit within 15 days after", (_, ground) => {
    const { remedies, articles, paragraphs } = refused(ground, "refused");
    reviewFirst(remedies);
    expect(articles.map(({ article }) => article)).toEqual(
      expect.arrayContaining([letters.grounds[ground].article, "第二十条", "第二十三条第一款第四项", "第四十五条"]),
    );
    expect(paragraphs.join("")).toContain(`${letters.grounds[ground].article}：${letters.grounds[ground].says}`);
  });

  it.each(byArticle)("Art. 37 with %s: the refused part, %s, is reviewed first", (_, ground) => {
    reviewFirst(refused(ground, "partly_granted").remedies);
  });

  it.each(["refused", "partly_granted"] as const)("Art. 32 alone, %s: the office sets whether it is reviewed first", (outcome) => {
    reviewFirst(refused("third_party_objects", outcome).remedies);
    reviewOrSuit(refused("third_party_objects", outcome, { ...office, thirdPartyObjectionReviewFirst: false }).remedies);
  });

  it.each(refusalGrounds.filter((ground) => ground !== "third_party_objects"))("that setting does not touch the ground %s", (ground) => {
    reviewFirst(refused(ground, "refused", { ...office, thirdPartyObjectionReviewFirst: false }).remedies);
  });

  it.each([
    "already_public",
    "granted",
    "not_held",
    "not_ours",
    "repeated",
    "special_procedure",
    "needs_making",
    "disguised_petition",
    "publication",
    "confirmation_wanted",
    "still_unclear",
    "not_corrected",
    "excessive",
    "fee_unpaid",
    "third_party_overruled",
  ] as const)("Art. 51, %s: review within 60 days or a suit within 6 months (行政诉讼法 Art. 46)", (kind) => {
    const { remedies, articles } = write(kind);
    reviewOrSuit(remedies);
    expect(articles).toContainEqual(expect.objectContaining({ law: "《中华人民共和国行政诉讼法》", article: "第四十六条" }));
  });

  it.each([
    "withdrawn",
    "receipt",
    "correction",
    "extension",
    "excessive_reasons",
    "excessive_later",
    "third_party_consultation",
    "organ_consultation",
    "fee",
  ] as const)("%s decides nothing and carries none", (kind) => {
    const { remedies, articles } = write(kind);
    expect(remedies).toEqual([]);
    expect(articles.map(({ law }) => law).join("")).not.toMatch(/行政复议法|行政诉讼法/);
  });
});

describe("a letter that lacks an element does not render", () => {
  const each = letterKinds.flatMap((kind) =>
    [...frameElements.map((element) => [element]), ...letters.templates[kind].requires].map(
      (either) => [kind, either.map((element) => letters.elements[element]).join("或者"), either] as const,
    ),
  );

  it.each(each)("%s without %s", (kind, label, either) => {
    expect(() => write(kind, without(...either))).toThrow(
      expect.objectContaining({ code: "letter_incomplete", message: expect.stringContaining(label) }),
    );
  });

  it("names all that is missing at once", () => {
    expect(() => write("refused", without("ground", "reason", "receivedOn"))).toThrow(
      "政府信息不予公开告知书还不能出具。缺少：收到申请的日期、拒绝理由的依据、具体的理由",
    );
  });

  it("does not take for an element what is blank, unseen or half of it", () => {
    const facts: LetterFacts = {
      ...allFacts,
      reason: " \u200B。",
      provided: ["", " "],
      responsibleOrgan: { name: "区住建局", contact: "" },
    };
    expect(() => write("refused", facts)).toThrow(/缺少：具体的理由$/);
    expect(() => write("granted", facts)).toThrow(/缺少：公开的内容$/);
    expect(() => write("not_ours", { ...facts, organUnknown: "" })).toThrow(
      /缺少：具体的理由、负责公开的机关的名称和联系方式或者不能确定负责机关的说明$/,
    );
  });
});
