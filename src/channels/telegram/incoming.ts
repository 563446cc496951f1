import { z } from "zod";
import type { IncomingMessage } from "../../domain/message.js";

const chat = z.object({ id: z.number(), type: z.string() });
const message = z.object({
  message_id: z.number(),
  chat,
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.unknown().optional(),
  voice: z.unknown().optional(),
  video: z.unknown().optional(),
  document: z.unknown().optional(),
  sticker: z.unknown().optional(),
  location: z.unknown().optional(),
  reply_to_message: z.object({ from: z.object({ is_bot: z.boolean() }).optional() }).optional(),
});

const update = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z.object({ id: z.string(), data: z.string().optional(), message: z.object({ chat }).optional() }).optional(),
});

/** What a Telegram update means to us: a message, and the button press that must be confirmed to the app. */
export type TelegramUpdate = { readonly message: IncomingMessage | null; readonly callbackQueryId: string | null };

const marks: readonly (readonly ["photo" | "voice" | "video" | "document" | "sticker" | "location", string])[] = [
  ["photo", "[图片]"],
  ["voice", "[语音]"],
  ["video", "[视频]"],
  ["document", "[文件]"],
  ["sticker", "[表情]"],
  ["location", "[位置]"],
];

/**
 * Reads an update. In groups only what is addressed to the bot counts. An edited message is a later one that corrects the earlier.
 * @param botName the bot's user name, without @
 */
export function readUpdate(raw: unknown, botName: string): TelegramUpdate {
  const parsed = update.safeParse(raw);
  if (!parsed.success) return { message: null, callbackQueryId: null };
  const { update_id, callback_query } = parsed.data;
  const incoming = (chatId: number, text: string, choice: string | null): IncomingMessage => ({
    channel: "telegram",
    updateId: String(update_id),
    conversation: String(chatId),
    text,
    choice,
    place: null,
  });
  if (callback_query) {
    const chatId = callback_query.message?.chat.id;
    const data = callback_query.data ?? "";
    return { message: chatId === undefined || data === "" ? null : incoming(chatId, data, data), callbackQueryId: callback_query.id };
  }
  const said = parsed.data.message ?? parsed.data.edited_message;
  if (!said) return { message: null, callbackQueryId: null };
  const mark = marks.find(([kind]) => said[kind] !== undefined)?.[1];
  const text = [mark, said.text ?? said.caption].filter((part) => part !== undefined).join(" ");
  if (text === "" || !isForUs(said, text, botName)) return { message: null, callbackQueryId: null };
  return {
    message: incoming(
      said.chat.id,
      text
        .replaceAll(`@${botName}`, "")
        .replace(/^\/start\b.*$/, "你好")
        .trim(),
      null,
    ),
    callbackQueryId: null,
  };
}

function isForUs(said: z.infer<typeof message>, text: string, botName: string): boolean {
  return said.chat.type === "private" || text.includes(`@${botName}`) || said.reply_to_message?.from?.is_bot === true;
}
