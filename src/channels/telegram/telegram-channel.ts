import type { Logger } from "pino";
import type { TelegramConfig } from "../../config.js";
import type { AnswerWordings } from "../../knowledge/answer-wordings.js";
import { type Channel, ChannelRefused, ChannelUnreachable, type Delivery } from "../channel.js";
import type { Intake } from "../intake.js";
import { type TelegramClient, telegramClient } from "./client.js";
import { translateError } from "./errors.js";
import { type Bot, readUpdate } from "./incoming.js";
import { formatForTelegram } from "./outgoing.js";
import { poll } from "./polling.js";
import { typingSigns } from "./typing.js";

type TelegramParts = {
  readonly config: Extract<TelegramConfig, { mode: "polling" }>;
  readonly intake: Pick<Intake, "receive">;
  readonly log: Logger;
  readonly words: Pick<AnswerWordings, "generatedLabel">;
};

const sendWithinMs = 20_000;
/** For what nothing depends on. */
const asideWithinMs = 5000;
/** Deliveries under way when the service ends: below what it gives the outbox, so that each row is settled. */
const lastWordsMs = 1500;

/** Telegram by long polling: what comes in is written to the inbox, and nothing else happens there. */
export function telegramChannel({ config, intake, log, words }: TelegramParts): Channel {
  const client = telegramClient(config);
  const { api } = client;
  const stopped = new AbortController();
  let polling: Promise<void> = Promise.resolve();
  let bot: Bot = { id: null, name: null };

  const aside = <T>(work: Parameters<typeof client.limited<T>>[1]) => client.limited(asideWithinMs, work).catch(() => null);
  const typing = typingSigns(
    (conversation) => void aside((options) => api.callApi("sendChatAction", { chat_id: conversation, action: "typing" }, options)),
  );

  /** Groups address the bot by its name, so it is known before their messages are read. A webhook from before would take the updates away. */
  const introduce = async (): Promise<void> => {
    if (bot.id !== null) return;
    const [me] = await Promise.all([
      aside((options) => api.callApi("getMe", {}, options)),
      aside((options) => api.callApi("deleteWebhook", { drop_pending_updates: false }, options)),
    ]);
    if (me) bot = { id: me.id, name: me.username ?? null };
  };
  const onUpdate = (raw: unknown) => {
    const { message, callbackQueryId } = readUpdate(raw, bot);
    if (message) {
      intake.receive(message);
      typing.begin(message.conversation);
    }
    // takes the waiting sign off the button; when it fails, only the sign stays
    if (callbackQueryId) void aside((options) => api.callApi("answerCallbackQuery", { callback_query_id: callbackQueryId }, options));
  };
  const events = {
    onBeforePoll: introduce,
    onUpdate,
    onUnauthorised: () =>
      log.error("Telegram: token refused; the channel is off, the others run on. Check TELEGRAM_BOT_TOKEN and start again."),
    onTrouble: (reason: string) => log.warn({ reason }, "Telegram: no updates; asked again until there are"),
    onNotKept: (cause: unknown) =>
      log.error(
        { error: cause instanceof Error ? cause.name : "unknown" },
        "Telegram: a message could not be stored; it is asked for again",
      ),
    onRecovered: () => log.info("Telegram: updates come in again"),
  };

  return {
    name: "telegram",
    start: async () => {
      polling = poll(client, events, stopped.signal).catch((cause) =>
        log.error({ error: cause instanceof Error ? cause.name : "unknown" }, "Telegram: polling ended"),
      );
    },
    stop: async () => {
      stopped.abort();
      typing.stop();
      client.hurry(lastWordsMs);
      await polling;
    },
    send: async (delivery) => {
      typing.end(delivery.conversation);
      await send(client, delivery, words);
    },
  };
}

async function send(client: TelegramClient, { conversation, reply }: Delivery, words: TelegramParts["words"]): Promise<void> {
  const { parts, buttons } = formatForTelegram(reply, words);
  for (const [index, text] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const keyboard = isLast && buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons.map((row) => [...row]) } } : {};
    const payload = { chat_id: conversation, text, link_preview_options: { is_disabled: true }, ...keyboard };
    try {
      await client.limited(sendWithinMs, (options) => client.api.callApi("sendMessage", payload, options));
    } catch (cause) {
      const error = translateError(cause);
      // the first part is out: sending all of it again would repeat it
      throw index > 0 && error instanceof ChannelRefused ? new ChannelUnreachable("telegram", { cause: error }) : error;
    }
  }
}
