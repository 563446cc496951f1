import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staticEmbedderFolder } from "../../../src/models/embedder/choose.js";
import {
  manifestFile,
  packRows,
  unpackRows,
  vectorsFile,
  type WordVectors,
  wordsFile,
} from "../../../src/models/embedder/static/format.js";
import { openStaticEmbedder } from "../../../src/models/embedder/static/open.js";
import { readWordVectors, readWordVectorsSync } from "../../../src/models/embedder/static/read.js";
import { writeWordVectors } from "../../../src/models/embedder/static/write.js";
import { embedderContract } from "./contract.js";

const dimension = 16;

/** Each word has one number of its own, save that everyday words have that of the official word for them. */
const meanings: readonly (readonly [word: string, axis: number, weight: number])[] = [
  ["居住证", 0, 1],
  ["暂住证", 0, 1],
  ["低保", 1, 1],
  ["最低", 1, 1],
  ["保障", 1, 1],
  ["噪声", 2, 1],
  ["噪音", 2, 1],
  ["夫妻", 3, 1],
  ["住房", 4, 1],
  ["照", 5, 1],
  ["片", 6, 1],
  ["请问", 7, 0.25],
];

function vectorsFrom(entries: typeof meanings): WordVectors {
  const rows = new Int8Array(entries.length * dimension);
  for (const [index, [, axis]] of entries.entries()) rows[index * dimension + axis] = 7;
  return {
    dimension,
    words: entries.map(([word]) => word),
    rows,
    scales: Float32Array.from(entries, ([, , weight]) => weight),
  };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function folderWith(entries = meanings): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "zhengwen-test-"));
  folders.push(folder);
  await writeWordVectors(folder, vectorsFrom(entries), { purpose: "test" });
  return folder;
}

const axisOf = (vector: Float32Array, axis: number) => vector[axis];

describe("rows of word vectors", () => {
  it("are the same after they were packed and unpacked", () => {
    const rows = Int8Array.from({ length: 16 }, (_, index) => (index % 15) - 7);
    expect(unpackRows(packRows(rows))).toEqual(rows);
  });
});

describe("a static embedder", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await folderWith();
  });

  embedderContract("word vectors", async () => openStaticEmbedder(await folderWith()), { understands: false });

  it("takes an everyday word for the official one when their vectors are alike", async () => {
    const embedder = await openStaticEmbedder(folder);
    expect(axisOf(await embedder.embedQuery("暂住证"), 0)).toBe(1);
    expect(axisOf(await embedder.embedPassages(["居住证"]), 0)).toBe(1);
  });

  it("weighs words by their scales", async () => {
    const vector = await (await openStaticEmbedder(folder)).embedQuery("请问噪音");
    expect((axisOf(vector, 2) ?? 0) / (axisOf(vector, 7) ?? 0)).toBeCloseTo(4, 5);
  });

  it("lets a word that stands there four times count twice", async () => {
    const vector = await (await openStaticEmbedder(folder)).embedQuery("噪音噪音，噪音，噪音；夫妻");
    expect((axisOf(vector, 2) ?? 0) / (axisOf(vector, 3) ?? 0)).toBeCloseTo(2, 5);
  });

  it("reads an unknown word by its characters", async () => {
    const embedder = await openStaticEmbedder(folder);
    const vector = await embedder.embedQuery("照片");
    expect([axisOf(vector, 5), axisOf(vector, 6)]).toEqual([expect.closeTo(Math.SQRT1_2, 6), expect.closeTo(Math.SQRT1_2, 6)]);
  });

  it("gives all zeros where no word is known", async () => {
    expect(await (await openStaticEmbedder(folder)).embedQuery("hello")).toEqual(new Float32Array(dimension));
  });

  it("has another fingerprint when a word or a vector is another", async () => {
    const fingerprint = async (entries: typeof meanings) => (await openStaticEmbedder(await folderWith(entries))).fingerprint;
    const own = await fingerprint(meanings);
    expect(await fingerprint(meanings)).toBe(own);
    expect(await fingerprint(meanings.map((entry) => (entry[0] === "片" ? ["相", 6, 1] : entry)))).not.toBe(own);
    expect(await fingerprint(meanings.map((entry) => (entry[0] === "片" ? ["片", 8, 1] : entry)))).not.toBe(own);
  });

  describe("when its files are not what they were", () => {
    const open = async (damage: (folder: string) => void) => {
      const damaged = await folderWith();
      damage(damaged);
      return openStaticEmbedder(damaged);
    };
    const names = (file: string) => ({ code: "embedder_damaged", message: expect.stringContaining(file) });
    const rewrite = (path: string, change: (bytes: Buffer) => void) => {
      const bytes = readFileSync(path);
      change(bytes);
      writeFileSync(path, bytes);
    };

    it.each([manifestFile, wordsFile, vectorsFile])("names %s when it is missing", async (file) => {
      await expect(open((damaged) => rmSync(join(damaged, file)))).rejects.toMatchObject(names(file));
    });

    it.each([manifestFile, wordsFile, vectorsFile])("names %s when it was cut off", async (file) => {
      await expect(open((damaged) => truncateSync(join(damaged, file), 10))).rejects.toMatchObject(names(file));
    });

    it.each([wordsFile, vectorsFile])("names %s when a bit of it flipped", async (file) => {
      const flip = (bytes: Buffer) => bytes.writeUInt8(bytes.readUInt8(bytes.length - 3) ^ 1, bytes.length - 3);
      await expect(open((damaged) => rewrite(join(damaged, file), flip))).rejects.toMatchObject(names(file));
    });

    it("names the vectors when they are those of another embedder", async () => {
      const other = await folderWith(meanings.slice(1));
      await expect(open((damaged) => copyFileSync(join(other, vectorsFile), join(damaged, vectorsFile)))).rejects.toMatchObject(
        names(vectorsFile),
      );
    });

    it("names the manifest when it is of a later format", async () => {
      const later = (damaged: string) => {
        const path = join(damaged, manifestFile);
        writeFileSync(path, readFileSync(path, "utf8").replace('"format": 1', '"format": 99'));
      };
      await expect(open(later)).rejects.toMatchObject(names(manifestFile));
    });
  });
});

describe("the word vectors that come with the package", () => {
  embedderContract("they", () => openStaticEmbedder(staticEmbedderFolder), { understands: true });

  it("take 8 MB at most", () => {
    const bytes = [manifestFile, wordsFile, vectorsFile].map((file) => statSync(join(staticEmbedderFolder, file)).size);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(8_000_000);
  });
});

describe("word vectors read twice", () => {
  it("are held once, whoever reads them", async () => {
    const folder = await folderWith();
    const { vectors, fingerprint } = await readWordVectors(folder);
    const again = readWordVectorsSync(folder);
    expect(again.fingerprint).toBe(fingerprint);
    expect(again.vectors).toBe(vectors);
  });

  it("are held anew when they have changed", async () => {
    const { vectors } = await readWordVectors(await folderWith());
    expect(readWordVectorsSync(await folderWith(meanings.slice(1))).vectors).not.toBe(vectors);
  });

  it("are refused at once too when a file is missing", async () => {
    const folder = await folderWith();
    rmSync(join(folder, wordsFile));
    expect(() => readWordVectorsSync(folder)).toThrow(expect.objectContaining({ code: "embedder_damaged" }));
  });
});
