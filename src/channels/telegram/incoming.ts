import { z } from "zod";
import type { IncomingMessage } from "../../domain/message.js";

/** Fields that we do not know in this form are as if they were not there: an unforeseen extra must not cost a resident the message. */
const known = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const chat = z.object({ id: z.number(), type: known(z.string()) });
const content = z.unknown().optional();
const message = z.object({
  chat,
  text: known(z.string()),
  caption: known(z.string()),
  photo: content,
  voice: content,
  audio: content,
  video: content,
  video_note: content,
  animation: content,
  document: content,
  sticker: content,
  location: content,
  contact: content,
  poll: content,
  reply_to_message: known(z.object({ from: known(z.object({ id: z.number() })) })),
});
const button = z.object({ text: z.string(), callback_data: known(z.string()) });
const pressed = z.object({
  id: z.string(),
  data: known(z.string()),
  message: known(z.object({ chat, reply_markup: known(z.object({ inline_keyboard: z.array(z.array(button)) })) })),
});

const update = z.object({ update_id: z.number(), message: known(message), edited_message: known(message), callback_query: known(pressed) });

/** The bot itself, as groups address it; null while Telegram has not told. */
export type Bot = { readonly id: number | null; readonly name: string | null };

/** What a Telegram update means to us: a message, and the button press that must be confirmed to the app. */
export type TelegramUpdate = { readonly message: IncomingMessage | null; readonly callbackQueryId: string | null };

/** The first that applies: an animation is a document too. */
const marks = [
  ["photo", "[图片]"],
  ["voice", "[语音]"],
  ["audio", "[音频]"],
  ["video", "[视频]"],
  ["video_note", "[视频]"],
  ["animation", "[动图]"],
  ["document", "[文件]"],
  ["sticker", "[表情]"],
  ["location", "[位置]"],
  ["contact", "[联系人]"],
  ["poll", "[投票]"],
] as const satisfies readonly (readonly [keyof z.infer<typeof message>, string])[];

const nothing: TelegramUpdate = { message: null, callbackQueryId: null };

/** Reads an update. In groups only what is addressed to the bot counts. An edited message is a later one that corrects the earlier. */
export function readUpdate(raw: unknown, bot: Bot): TelegramUpdate {
  const parsed = update.safeParse(raw);
  if (!parsed.success) return nothing;
  const { update_id, message: said, edited_message: edited, callback_query: press } = parsed.data;
  const incoming = (chatId: number, text: string, choice: string | null): IncomingMessage => ({
    channel: "telegram",
    updateId: String(update_id),
    conversation: String(chatId),
    text,
    choice,
    place: null,
  });
  if (press) {
    const { data, message: under } = press;
    return { message: under && data ? incoming(under.chat.id, labelOf(press, data), data) : null, callbackQueryId: press.id };
  }
  // a live location moves on by edits without a word
  const worded = edited && (edited.text ?? edited.caption) !== undefined ? edited : undefined;
  const sent = said ?? worded;
  const text = sent ? textOf(sent) : "";
  if (!sent || text === "" || !isForUs(sent, text, bot)) return nothing;
  const photos = photosOf(sent);
  const read = incoming(sent.chat.id, addressedTo(text, bot), null);
  return { message: photos.length > 0 ? { ...read, photos } : read, callbackQueryId: null };
}

/** The words on the pressed button: what the resident read, and what staff see as said. */
function labelOf(press: z.infer<typeof pressed>, data: string): string {
  const buttons = press.message?.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.find((each) => each.callback_data === data)?.text ?? data;
}

/** The largest size of a photo, which Telegram lists last. */
function photosOf({ photo }: z.infer<typeof message>): readonly string[] {
  const sizes = z.array(z.object({ file_id: z.string().max(200) })).safeParse(photo);
  return sizes.success ? sizes.data.slice(-1).map(({ file_id }) => file_id) : [];
}

function textOf(said: z.infer<typeof message>): string {
  const mark = marks.find(([kind]) => said[kind] !== undefined)?.[1];
  return [mark, said.text ?? said.caption].filter((part) => part !== undefined).join(" ");
}

function isForUs(said: z.infer<typeof message>, text: string, bot: Bot): boolean {
  if (said.chat.type === undefined || said.chat.type === "private") return true;
  const repliesToUs = bot.id !== null && said.reply_to_message?.from?.id === bot.id;
  return repliesToUs || (bot.name !== null && mention(bot.name).test(text));
}

/** The text without the bot's name; the commands that every bot is greeted with, as a resident would say them. */
function addressedTo(text: string, { name }: Bot): string {
  const words = (name === null ? text : text.replaceAll(mention(name), "")).trim();
  if (words === "" || /^\/start\b/.test(words)) return "你好";
  return /^\/help\b/.test(words) ? "帮助" : words;
}

/** Telegram's names are of ASCII letters, digits and underscores, in either case. */
function mention(name: string): RegExp {
  return new RegExp(`@${name.replace(/\W/g, "")}(?!\\w)`, "gi");
}
