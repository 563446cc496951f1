import { describe, expect, it } from "vitest";
import { dateNumber, plainDate } from "../../src/domain/plain-date.js";
import type { RepealedText } from "../../src/knowledge/repealed.js";
import { endless, forceSpans, statusOn } from "../../src/retrieval/force.js";
import type { PublishedVersion } from "../../src/store/documents.js";

const day = (date: string) => dateNumber(plainDate(date));
let nextId = 1;

function version(title: string, effectiveFrom: string | null, given: Partial<PublishedVersion> = {}): PublishedVersion {
  const versionId = nextId++;
  return {
    versionId,
    documentId: versionId,
    path: `${versionId}.md`,
    title,
    kind: "local_regulation",
    place: "广东省",
    documentNumber: null,
    publishedOn: effectiveFrom,
    effectiveFrom,
    effectiveTo: null,
    url: null,
    checkedOn: null,
    supersedes: [],
    repeals: [],
    ...given,
  };
}

const listed = (title: string, repealedOn: string, given: Partial<RepealedText> = {}): RepealedText => ({
  title,
  place: "广东省",
  repealedOn: plainDate(repealedOn),
  by: "一项决定",
  seeInstead: null,
  certainty: "certain",
  ...given,
});

/** How each version stands on a day. */
const statuses = (date: string, versions: readonly PublishedVersion[], repealed: readonly RepealedText[] = []) =>
  forceSpans(versions, repealed).map((span) => statusOn(span, day(date)));

describe("versions of one title", () => {
  const chain = () => [
    version("集市条例", "2019-05-01"),
    version("集市条例", "2010-01-01"),
    version("集市条例（2024年修正）", "2024-03-01"),
  ];

  it.each([
    ["2009-12-31", ["not_yet", "not_yet", "not_yet"]],
    ["2010-01-01", ["not_yet", "in_force", "not_yet"]],
    ["2019-04-30", ["not_yet", "in_force", "not_yet"]],
    ["2019-05-01", ["in_force", "superseded", "not_yet"]],
    ["2024-03-01", ["superseded", "superseded", "in_force"]],
  ])("follow one another: %s", (date, expected) => {
    expect(statuses(date, chain())).toEqual(expected);
  });

  it("name the one that follows", () => {
    expect(forceSpans(chain(), [])[1]).toEqual({ from: 20100101, to: 20190501, ended: "superseded", endedBy: "集市条例" });
  });

  it("are one chain whether 中华人民共和国 stands before the title or not", () => {
    const versions = [version("中华人民共和国集市法", "2010-01-01"), version("集市法", "2020-01-01")];
    expect(statuses("2021-01-01", versions)).toEqual(["superseded", "in_force"]);
  });

  it("of two places do not touch one another", () => {
    const versions = [version("集市条例", "2010-01-01", { place: "湖南省" }), version("集市条例", "2020-01-01")];
    expect(statuses("2021-01-01", versions)).toEqual(["in_force", "in_force"]);
  });

  it("with one day give way to the later import", () => {
    expect(statuses("2021-01-01", [version("集市条例", "2020-01-01"), version("集市条例", "2020-01-01")])).toEqual([
      "superseded",
      "in_force",
    ]);
  });

  it("without a day hold from ever to the first that has one", () => {
    const versions = [version("集市条例", null), version("集市条例", "2020-01-01")];
    expect(statuses("1990-01-01", versions)).toEqual(["in_force", "not_yet"]);
  });
});

describe("a text that another one abolishes", () => {
  const old = () => version("集市办法", "2005-01-01");

  it("ends on the day that the clause names", () => {
    const by = version("集市条例", "2020-06-01", { repeals: [{ title: "集市办法", on: "2020-01-01" }] });
    expect(forceSpans([old(), by], [])[0]).toEqual({ from: 20050101, to: 20200101, ended: "repealed", endedBy: "集市条例" });
  });

  it("ends on the day from which the other holds, where the clause names none", () => {
    const versions = [old(), version("集市条例", "2020-06-01", { repeals: [{ title: "集市办法", on: null }] })];
    expect(statuses("2020-05-31", versions)).toEqual(["in_force", "not_yet"]);
    expect(statuses("2020-06-01", versions)).toEqual(["repealed", "in_force"]);
  });

  it("ends by the other's front matter as well", () => {
    expect(statuses("2020-06-01", [old(), version("集市条例", "2020-06-01", { supersedes: ["《集市办法》"] })])).toEqual([
      "repealed",
      "in_force",
    ]);
  });

  it("holds on in another place", () => {
    const elsewhere = version("集市条例", "2020-06-01", { place: "湖南省", repeals: [{ title: "集市办法", on: null }] });
    expect(statuses("2021-01-01", [old(), elsewhere])[0]).toBe("in_force");
  });

  it("is not itself: a text that repeats its own title ends nothing", () => {
    expect(statuses("2021-01-01", [version("集市条例", "2020-06-01", { repeals: [{ title: "集市条例", on: null }] })])).toEqual([
      "in_force",
    ]);
  });

  it("ended long before a later text that bears its name", () => {
    const versions = [
      version("集市办法", "2005-01-01"),
      version("集市条例", "2010-01-01", { repeals: [{ title: "集市办法", on: "2010-01-01" }] }),
      version("集市办法", "2022-01-01"),
    ];
    expect(statuses("2015-01-01", versions)).toEqual(["repealed", "in_force", "not_yet"]);
    expect(statuses("2023-01-01", versions)).toEqual(["repealed", "in_force", "in_force"]);
  });

  it("is told from one that bears the name from that very day", () => {
    const versions = [
      version("集市办法", "2010-01-01"),
      version("集市条例", "2010-01-01", { repeals: [{ title: "集市办法", on: "2010-01-01" }] }),
    ];
    expect(statuses("2015-01-01", versions)[0]).toBe("in_force");
  });

  it("still holds while the other is to come", () => {
    const versions = [old(), version("集市条例", "2030-01-01", { repeals: [{ title: "集市办法", on: null }] })];
    expect(statuses("2026-11-23", versions)).toEqual(["in_force", "not_yet"]);
  });
});

describe("a text of which the list says that it ended", () => {
  it("ends on the listed day and names what governs instead", () => {
    const [span] = forceSpans([version("集市办法", "2005-01-01")], [listed("集市办法", "2021-01-01", { seeInstead: "集市法" })]);
    expect(span).toEqual({ from: 20050101, to: 20210101, ended: "repealed", endedBy: "集市法" });
  });

  it("names what ended it where nothing governs instead", () => {
    expect(forceSpans([version("集市办法", "2005-01-01")], [listed("集市办法", "2021-01-01")])[0]?.endedBy).toBe("一项决定");
  });

  it("ends with all its versions that held before", () => {
    const versions = [version("集市办法", "2005-01-01"), version("集市办法", "2015-01-01")];
    expect(statuses("2021-01-01", versions, [listed("集市办法", "2021-01-01")])).toEqual(["superseded", "repealed"]);
  });

  it("is another place's where the list says so", () => {
    expect(statuses("2022-01-01", [version("集市办法", "2005-01-01")], [listed("集市办法", "2021-01-01", { place: "湖南省" })])).toEqual([
      "in_force",
    ]);
  });
});

describe("a text with a last day", () => {
  it("holds no longer from effectiveTo on", () => {
    const notice = [version("停水通知", "2026-11-20", { effectiveTo: "2026-11-23" })];
    expect(statuses("2026-11-22", notice)).toEqual(["in_force"]);
    expect(statuses("2026-11-23", notice)).toEqual(["repealed"]);
  });

  it("ends by what comes first", () => {
    const versions = [version("停水通知", "2026-11-01", { effectiveTo: "2026-12-01" }), version("停水通知", "2026-11-20")];
    expect(forceSpans(versions, [])[0]).toMatchObject({ to: 20261120, ended: "superseded" });
  });
});

describe("a text without an end", () => {
  it("holds for good", () => {
    expect(forceSpans([version("集市条例", "2020-01-01")], [])).toEqual([{ from: 20200101, to: endless, ended: null, endedBy: null }]);
  });
});
