import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/corpus/read/read-file.js";
import { ZhengwenError } from "../../../src/domain/errors.js";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 政务公开 in GBK: the platform encodes UTF-8 alone. */
const gbk = Uint8Array.of(0xd5, 0xfe, 0xce, 0xf1, 0xb9, 0xab, 0xbf, 0xaa);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++) view.setUint16(2 + 2 * index, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

/** Bytes without any order, the same ones every time. */
function randomBytes(count: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

function failure(bytes: Uint8Array): string {
  try {
    return `read as ${decodeText(bytes)}`;
  } catch (cause) {
    return cause instanceof ZhengwenError ? cause.code : String(cause);
  }
}

describe("the text of a file", () => {
  it("is UTF-8", () => {
    expect(decodeText(utf8("街道办事处通知 📢"))).toBe("街道办事处通知 📢");
  });

  it("has no byte order mark", () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8("通知")))).toBe("通知");
  });

  it.each([true, false])("is UTF-16 behind its mark (little endian: %s)", (littleEndian) => {
    expect(decodeText(utf16("停水通知\n明天上午", littleEndian))).toBe("停水通知\n明天上午");
  });

  it("is GBK even when it is short", () => {
    expect(decodeText(gbk)).toBe("政务公开");
  });

  it("has the four-byte characters of GB18030", () => {
    // 㐀 is 81 39 EE 39; one rare character among common ones
    expect(decodeText(Uint8Array.of(...gbk, ...gbk, ...gbk, ...gbk, ...gbk, ...gbk, 0x81, 0x39, 0xee, 0x39))).toMatch(/㐀$/);
  });

  it("has line feeds for every kind of line end", () => {
    expect(decodeText(utf8("一\r\n二\r三\n"))).toBe("一\n二\n三\n");
  });

  it("is composed, so that what looks equal is equal", () => {
    expect(decodeText(utf8("Cafe\u0301"))).toBe("Caf\u00e9");
  });

  it("comes back from UTF-8 as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("街", "道", "：", "a", "9", " ", "𠮷", "\n"), { minLength: 1 }), (characters) => {
        expect(decodeText(utf8(characters.join("")))).toBe(characters.join(""));
      }),
    );
  });
});

describe("a file that is no text", () => {
  it("is refused when it is empty", () => {
    expect(failure(new Uint8Array())).toBe("document_empty");
  });

  it("is refused when it is a program's file", () => {
    expect(failure(Uint8Array.of(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0, ...utf8("word/document.xml")))).toBe("document_binary");
  });

  it("is refused when zeros follow a long text", () => {
    expect(failure(Uint8Array.of(...utf8("a".repeat(100)), ...new Array(20).fill(0)))).toBe("document_binary");
  });

  it("is refused when its bytes make characters in no encoding", () => {
    expect(failure(Uint8Array.of(...utf8("Stra"), 0xff, 0xff, ...utf8("e")))).toBe("document_encoding");
  });

  it.each([1, 2, 3, 4, 5])("is refused when its bytes are random (seed %i)", (seed) => {
    expect(failure(randomBytes(4096, seed))).toMatch(/^document_(?:binary|encoding)$/);
  });

  it("is refused when it is GB18030 of characters that nobody writes", () => {
    const userDefined = Array.from({ length: 40 }, (_, index) => [0xaa, 0xa1 + index]).flat();
    expect(failure(Uint8Array.from(userDefined))).toBe("document_encoding");
  });

  it("fails with a reason, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(failure(bytes)).toMatch(/^(?:read as |document_(?:empty|binary|encoding)$)/);
      }),
    );
  });
});
