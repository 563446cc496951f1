import type { Logger } from "pino";
import { Telegram } from "telegraf";
import type { TelegramConfig } from "../../config.js";
import type { Channel, Delivery } from "../channel.js";
import { ChannelRefused, ChannelUnreachable } from "../channel.js";
import type { Intake } from "../intake.js";
import { translateError } from "./errors.js";
import { readUpdate } from "./incoming.js";
import { formatForTelegram } from "./outgoing.js";
import { poll } from "./polling.js";

export type TelegramParts = {
  readonly config: Extract<TelegramConfig, { mode: "polling" }>;
  readonly intake: Pick<Intake, "receive">;
  readonly log: Logger;
};

const sendWithinMs = 20_000;

/** Telegram by long polling: what comes in is written to the inbox, and nothing else happens there. */
export function telegramChannel({ config, intake, log }: TelegramParts): Channel {
  const telegram = new Telegram(config.token.reveal(), { apiRoot: config.apiRoot });
  const stopped = new AbortController();
  let polling: Promise<void> = Promise.resolve();
  let botName: string | null = null;

  const onUpdate = (raw: unknown) => {
    const { message, callbackQueryId } = readUpdate(raw, botName ?? "\u0000");
    if (message) intake.receive(message);
    // takes the waiting sign off the button; when it fails, only the sign stays
    if (callbackQueryId) telegram.answerCbQuery(callbackQueryId).catch(() => {});
  };
  const onUnauthorised = () =>
    log.error("Telegram: the token was refused; the channel is off, the others run on. Check TELEGRAM_BOT_TOKEN.");
  const onTrouble = (waitMs: number) => log.warn({ waitMs }, "Telegram does not answer; tried again until it does");

  return {
    name: "telegram",
    start: async () => {
      const events = { onUpdate, onUnauthorised, onTrouble };
      // groups address the bot by its name; a private chat does without, so a slow getMe holds nothing up
      telegram.getMe().then(
        (me) => {
          botName = me.username ?? null;
        },
        () => {},
      );
      polling = poll(telegram, events, stopped.signal).catch((cause) =>
        log.error({ error: cause instanceof Error ? cause.name : "unknown" }, "Telegram polling ended"),
      );
    },
    stop: async () => {
      stopped.abort();
      await polling;
    },
    send: (delivery) => send(telegram, delivery),
  };
}

async function send(telegram: Telegram, { conversation, reply }: Delivery): Promise<void> {
  const { parts, buttons } = formatForTelegram(reply);
  for (const [index, text] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const keyboard = isLast && buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons.map((row) => [...row]) } } : {};
    try {
      await within(sendWithinMs, (signal) =>
        telegram.callApi(
          "sendMessage",
          { chat_id: conversation, text, link_preview_options: { is_disabled: true }, ...keyboard },
          { signal: signal as never },
        ),
      );
    } catch (cause) {
      const error = translateError(cause);
      // the first part is out: sending all of it again would repeat it
      throw index > 0 && error instanceof ChannelRefused ? new ChannelUnreachable("telegram", { cause: error }) : error;
    }
  }
}

async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), ms);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
  }
}
