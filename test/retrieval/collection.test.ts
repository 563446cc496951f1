import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nation, type Place } from "../../src/domain/place.js";
import { openCollection, rangesIn, versionsIn } from "../../src/retrieval/collection.js";
import { fakeEmbedder } from "../fakes/embedder.js";
import { officePlace } from "../fixtures/corpus.js";
import { generationOf, textOf } from "../fixtures/generation.js";

describe("the versions that a question may find", () => {
  const texts = [
    textOf("国家规定", ["一"]),
    textOf("省规定", ["一"], { place: "广东省", from: 20_260_101, to: 20_270_101 }),
    textOf("街道规定", ["一"], { place: officePlace, to: 20_200_601 }),
    textOf("邻省规定", ["一"], { place: "湖南省" }),
  ];
  const passing = async (place: Place, day: number, scope: "holding" | "elsewhere") => {
    const collection = await openCollection(await generationOf({ base: texts }));
    const passes = versionsIn(collection, place, day, scope);
    return texts.flatMap(({ version }, ordinal) => (passes[ordinal] === 1 ? [version.title] : []));
  };

  it.each([
    [officePlace, 20_260_101, ["国家规定", "省规定"]],
    [officePlace, 20_200_531, ["国家规定", "街道规定"]],
    [officePlace, 20_270_101, ["国家规定"]],
    ["湖南省", 20_260_101, ["国家规定", "邻省规定"]],
    [nation, 20_260_101, ["国家规定"]],
    [nation, 20_191_231, []],
  ])("hold there and then: %s on %i", async (place, day, expected) => {
    expect(await passing(place as Place, day, "holding")).toEqual(expected);
  });

  it("do not hold for one reason alone when what is missing is to be said", async () => {
    expect(await passing(officePlace, 20_260_601, "elsewhere")).toEqual(["街道规定", "邻省规定"]);
  });
});

describe("the chunks of versions that pass", () => {
  const counts = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 8 });
  it("are ranges that hold them all and no other, as few as can be", async () => {
    await fc.assert(
      fc.asyncProperty(counts, fc.infiniteStream(fc.boolean()), async (sizes, chosen) => {
        const texts = sizes.map((size, number) => textOf(`第${number}号`, new Array<string>(size).fill("事项")));
        const collection = await openCollection(await generationOf({ base: texts }));
        const passes = Uint8Array.from(sizes, () => (chosen.next().value ? 1 : 0));
        const [segment] = collection.segments;
        if (!segment) throw new Error("no segment");
        const expected = [...segment.chunks.versionOf.entries()].flatMap(([chunk, version]) => (passes[version] === 1 ? [chunk] : []));
        const ranges = rangesIn(segment, passes).filter(({ start, end }) => end > start);
        expect(ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index))).toEqual(expected);
        for (const [index, { start }] of ranges.entries()) expect(start).toBeGreaterThan(ranges[index - 1]?.end ?? -1);
      }),
      { numRuns: 30 },
    );
  });

  it("leave out what the base holds and nobody publishes any more", async () => {
    const texts = [textOf("甲", ["一", "二"]), textOf("乙", ["三"]), textOf("丙", ["四"])];
    const collection = await openCollection(await generationOf({ base: texts, withdrawn: texts.slice(1, 2) }));
    const [segment] = collection.segments;
    if (!segment) throw new Error("no segment");
    expect(rangesIn(segment, Uint8Array.of(1, 1))).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 4 },
    ]);
  });
});

describe("a collection", () => {
  const market = textOf("集市管理办法", [{ chapter: "第二章 摊位", text: "集市每天开放。" }]);
  const water = textOf("停水通知", ["明天停水。"]);

  it("tells how rare a word is: by the base, else by what came later, else as if one chunk held it", async () => {
    const generation = await generationOf({ base: [market], recent: [water] });
    const collection = await openCollection(generation);
    const weight = (segment: typeof generation.base | null, term: string) =>
      segment?.lexical.idf[segment.lexical.termIds.get(term) as number];
    expect(collection.idf("集市")).toBe(weight(generation.base, "集市"));
    expect(collection.idf("停水")).toBe(weight(generation.recent, "停水"));
    expect(collection.idf("游泳馆")).toBeGreaterThanOrEqual(collection.idf("集市"));
  });

  it("finds versions by their title, the books of the code also under the code's", async () => {
    const book = textOf("中华人民共和国民法典·合同编", ["第一条 略。"]);
    const { byTitle } = await openCollection(await generationOf({ base: [market, book] }));
    expect(byTitle.get("集市管理办法")).toEqual([market.version]);
    expect([...byTitle.values()].flat()).toContain(book.version);
    expect([...byTitle.keys()].some((key) => key.includes("合同编"))).toBe(false);
  });

  it("prepares a base once, and what follows it over the same base not again", async () => {
    const generation = await generationOf({ base: [market, water] }, fakeEmbedder());
    const first = await openCollection(generation);
    const [base] = first.segments;
    if (!base) throw new Error("no segment");
    const next = await openCollection({ ...generation, name: "g2", versions: [water.version], base }, first);
    expect(next.segments[0]?.scanner).toBe(base.scanner);
    expect([...(next.segments[0]?.versionAt ?? [])]).toEqual([-1, 0]);
    expect([...base.versionAt]).toEqual([0, 1]);
  });
});
