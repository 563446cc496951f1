import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "../../../src/models/embedder/embedder.js";

export type ContractOptions = {
  /** Whether the adapter has a real model behind it, which knows what words mean. */
  readonly understands: boolean;
};

const passages = [
  "领取居住证应当提交居住地住址证明和近期照片。",
  "最低生活保障金按月发放。",
  "噪声污染由生态环境主管部门监督管理。",
  "夫妻一方或者双方为再婚的，可以再生育一个子女。",
  "申请公共租赁住房的，应当向街道办事处提出。",
];

const length = (vector: Float32Array) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
const likeness = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** What every adapter of the port `Embedder` keeps, whatever is behind it. */
export function embedderContract(name: string, open: () => Promise<Embedder>, { understands }: ContractOptions): void {
  describe(`${name}, as every embedder,`, () => {
    let embedder: Embedder;

    beforeAll(async () => {
      embedder = await open();
    });
    afterAll(async () => {
      await embedder.close();
    });

    const row = (vectors: Float32Array, index: number) => vectors.subarray(index * embedder.dimension, (index + 1) * embedder.dimension);
    const passage = async (text: string) => row(await embedder.embedPassages([text]), 0);

    it("says its name, its dimension and a fingerprint", () => {
      expect(embedder.name).toMatch(/^(static|transformers:.+|openai:.+)$/);
      expect(embedder.dimension).toBeGreaterThan(0);
      expect(embedder.fingerprint).toMatch(/\S{8,}/);
    });

    it("gives a question a vector of its dimension and of length 1", async () => {
      const vector = await embedder.embedQuery("居住证怎么办？");
      expect(vector).toHaveLength(embedder.dimension);
      expect(length(vector)).toBeCloseTo(1, 4);
    });

    it("gives passages one row each, of length 1", async () => {
      const vectors = await embedder.embedPassages(passages);
      expect(vectors).toHaveLength(passages.length * embedder.dimension);
      for (const index of passages.keys()) expect(length(row(vectors, index))).toBeCloseTo(1, 4);
    });

    it("gives the same text the same vector", async () => {
      expect(await embedder.embedQuery("低保多久发一次")).toEqual(await embedder.embedQuery("低保多久发一次"));
    });

    it("keeps the order of the passages, whatever their lengths", async () => {
      const texts = [`${passages[0]}${passages[1]}`, "居住证", ...passages, `${passages.join("")}`];
      const vectors = await embedder.embedPassages(texts);
      for (const [index, text] of texts.entries()) expect(likeness(row(vectors, index), await passage(text))).toBeGreaterThan(0.9999);
    });

    it("gives a passage in a batch the vector that it has alone", async () => {
      const vectors = await embedder.embedPassages(passages);
      for (const [index, text] of passages.entries()) expect(likeness(row(vectors, index), await passage(text))).toBeGreaterThan(0.9999);
    });

    it("gives nothing for no passages", async () => {
      expect(await embedder.embedPassages([])).toHaveLength(0);
    });

    it.each([
      ["an empty text", ""],
      ["blanks", " \n\t　"],
      ["only punctuation", "，。？！……"],
      ["only emoji", "🙏🙏"],
      ["half of a surrogate pair", "居住证\ud83d"],
      ["a rare character", "𠮷"],
    ])("gives %s a vector of length 1 or all zeros, as question and as passage", async (_, text) => {
      for (const vector of [await embedder.embedQuery(text), row(await embedder.embedPassages([passages[0] as string, text]), 1)]) {
        expect(vector).toHaveLength(embedder.dimension);
        expect([0, 1]).toContain(Number(length(vector).toFixed(4)));
      }
    });

    it("takes a text of thousands of characters", async () => {
      const long = passages.join("").repeat(40);
      expect(long.length).toBeGreaterThan(2_000);
      expect(length(await embedder.embedQuery(long))).toBeCloseTo(1, 4);
      expect(length(await passage(long))).toBeCloseTo(1, 4);
    });

    it("tells how many passages are done, up to all", async () => {
      const seen: number[] = [];
      await embedder.embedPassages(["", ...passages], (done) => seen.push(done));
      expect(seen.at(-1)).toBe(passages.length + 1);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    });

    it("answers questions while passages are embedded", async () => {
      const [vectors, question] = await Promise.all([embedder.embedPassages(passages), embedder.embedQuery("噪音太大归谁管")]);
      expect(vectors).toHaveLength(passages.length * embedder.dimension);
      expect(length(question)).toBeCloseTo(1, 4);
    });

    it.runIf(understands)("finds the passage that means what is asked", async () => {
      const vectors = await embedder.embedPassages(passages);
      const best = async (question: string) => {
        const vector = await embedder.embedQuery(question);
        const scores = passages.map((_, index) => likeness(vector, row(vectors, index)));
        return passages[scores.indexOf(Math.max(...scores))];
      };
      expect(await best("办居住证要带什么照片和材料")).toBe(passages[0]);
      expect(await best("低保什么时候发")).toBe(passages[1]);
      expect(await best("再婚能不能生二孩")).toBe(passages[3]);
    });
  });
}
