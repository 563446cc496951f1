import { describe, expect, it } from "vitest";
import { readUpdate } from "../../../src/channels/telegram/incoming.js";

const bot = { id: 7, name: "zhengwen_bot" };
const privately = { id: 42, type: "private" };
const group = { id: -100, type: "group" };
const textOf = (update: Record<string, unknown>) => readUpdate({ update_id: 1, ...update }, bot).message?.text ?? null;

describe("reading a Telegram update", () => {
  it.each([
    ["photo", [{ file_id: "a" }], "[图片]"],
    ["voice", { file_id: "a" }, "[语音]"],
    ["sticker", { file_id: "a" }, "[表情]"],
    ["contact", { phone_number: "13800000000" }, "[联系人]"],
  ])("says what it cannot read: %s", (kind, content, mark) => {
    expect(textOf({ message: { chat: privately, [kind]: content } })).toBe(mark);
  });

  it("names an animation once, though it is a document too", () => {
    expect(textOf({ message: { chat: privately, animation: {}, document: {} } })).toBe("[动图]");
  });

  it("reads the words under a picture", () => {
    expect(textOf({ message: { chat: privately, photo: [{}], caption: "这个垃圾堆没人管" } })).toBe("[图片] 这个垃圾堆没人管");
  });

  it("takes an edited message as a later one", () => {
    expect(textOf({ edited_message: { chat: privately, text: "改成明天" } })).toBe("改成明天");
  });

  it("does not answer each step of a live location", () => {
    expect(textOf({ edited_message: { chat: privately, location: { latitude: 1 } } })).toBeNull();
  });

  it("takes the words on a button as what was said", () => {
    const reply_markup = {
      inline_keyboard: [[{ text: "确认提交", callback_data: "confirm" }], [{ text: "不用了", callback_data: "cancel" }]],
    };
    const { message, callbackQueryId } = readUpdate(
      { update_id: 9, callback_query: { id: "q", data: "cancel", message: { chat: privately, reply_markup } } },
      bot,
    );
    expect({ message, callbackQueryId }).toMatchObject({
      message: { updateId: "9", conversation: "42", text: "不用了", choice: "cancel" },
      callbackQueryId: "q",
    });
  });

  it("confirms a press whose message is too old to come with it", () => {
    expect(readUpdate({ update_id: 9, callback_query: { id: "q", data: "cancel" } }, bot)).toEqual({ message: null, callbackQueryId: "q" });
  });

  it.each([
    ["what people say to each other", { text: "今天天气不错" }, null],
    ["its name, in any case", { text: "@Zhengwen_Bot 办居住证要带什么" }, "办居住证要带什么"],
    ["another's longer name", { text: "@zhengwen_bot2 你好" }, null],
    ["a reply to it", { text: "要多久", reply_to_message: { from: { id: 7, is_bot: true } } }, "要多久"],
    ["a reply to another bot", { text: "要多久", reply_to_message: { from: { id: 8, is_bot: true } } }, null],
    ["its name alone", { text: "@zhengwen_bot" }, "你好"],
    ["a picture with its name", { photo: [{}], caption: "@zhengwen_bot 这里漏水" }, "[图片]  这里漏水"],
    ["a picture", { photo: [{}] }, null],
  ])("in a group: %s", (_, said, expected) => {
    expect(textOf({ message: { chat: group, ...said } })).toBe(expected);
  });

  it.each([
    ["/start", "你好"],
    ["/start from_poster", "你好"],
    ["/help", "帮助"],
    ["/startup 补贴怎么领", "/startup 补贴怎么领"],
  ])("reads %s as a resident would say it", (said, expected) => {
    expect(textOf({ message: { chat: privately, text: said } })).toBe(expected);
  });

  it("keeps a message whose extras it does not know", () => {
    expect(textOf({ message: { chat: { id: 42 }, text: "你好吗", reply_to_message: "new in 2027", caption: 5 } })).toBe("你好吗");
  });

  it.each([[{ my_chat_member: {} }], [{ message: { chat: privately, new_chat_title: "新" } }], [{ message: "?" }], [{}]])(
    "passes over %j",
    (update) => {
      expect(readUpdate({ update_id: 1, ...update }, bot)).toEqual({ message: null, callbackQueryId: null });
    },
  );
});

it("keeps the largest size of a photo by its id", () => {
  const update = {
    update_id: 1,
    message: { chat: { id: 5, type: "private" }, caption: "井盖", photo: [{ file_id: "small" }, { file_id: "large" }] },
  };
  expect(readUpdate(update, { id: null, name: null }).message).toMatchObject({ text: "[图片] 井盖", photos: ["large"] });
});
