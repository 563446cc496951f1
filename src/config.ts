import { join, resolve } from "node:path";
import { config as readDotenv } from "dotenv";
import { z } from "zod";
import { ZhengwenError } from "./domain/errors.js";
import { parseEmbedderName } from "./models/embedder/name.js";

/** A value that is never printed or logged. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return "［hidden］";
  }
  toJSON(): string {
    return "［hidden］";
  }
}

const optional = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

/** Every setting, with what it means. `doctor` and the manual print from here. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080).describe("port of the web chat, the API and the console"),
  HOST: z.string().default("127.0.0.1").describe("address to listen on; 0.0.0.0 for all"),
  ZHENGWEN_HOME: z.string().default("./data").describe("folder of the database, the index and the secrets"),
  PERSONAL_DATA_KEY_FILE: optional.describe(
    "file of the key that personal data is encrypted with; default keys/personal-data.key in the home; keep a copy apart from the database's",
  ),
  ZHENGWEN_PLACE: optional.describe("the office's place; default that of knowledge/office.yml"),
  TELEGRAM_BOT_TOKEN: optional.describe("turns the Telegram channel on"),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/ })
    .default("https://api.telegram.org")
    .describe("another Telegram API server"),
  EMBEDDER: optional
    .refine(isEmbedderName, "is not static, transformers:FOLDER-OR-NAME or openai:MODEL")
    .describe("what finds by meaning: static, transformers:FOLDER-OR-NAME, openai:MODEL; default that of the index, static at first"),
  HF_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .default("https://huggingface.co")
    .describe("hub, or a mirror of it, that models are fetched from"),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .default("https://api.openai.com/v1")
    .describe("OpenAI-compatible endpoint"),
  OPENAI_API_KEY: optional.describe("key of that endpoint"),
  OPENAI_MODEL: optional.describe("chat model of that endpoint: turns answers in sentences on, each checked against its sources"),
  CHAT_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(120_000)
    .default(12_000)
    .describe("milliseconds that a resident waits for that model, at most; then quotes answer"),
  CHAT_BUDGET_TOKENS_DAY: z.coerce
    .number()
    .int()
    .min(0)
    .default(2_000_000)
    .describe("tokens, read and written, that model may cost in a day, at most"),
  CHAT_BUDGET_TOKENS_CONVERSATION: z.coerce
    .number()
    .int()
    .min(0)
    .default(100_000)
    .describe("tokens that one conversation may cost in a day, at most"),
  EMBEDDING_BUDGET_CHARACTERS: z.coerce
    .number()
    .int()
    .min(0)
    .default(20_000_000)
    .describe("characters that one run may send to that endpoint for its index, at most"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info").describe("how much is logged to stderr"),
});

export type TelegramConfig = { mode: "off" } | { mode: "polling"; token: Secret; apiRoot: string };

export type EmbedderConfig = {
  /** As `EMBEDDER` names it; null leaves it to the index. */
  readonly name: string | null;
  readonly modelsFolder: string;
  readonly hubEndpoint: string;
  readonly openai: { readonly baseUrl: string; readonly apiKey: Secret | null; readonly budgetCharacters: number };
};

export type ChatConfig = {
  readonly model: string;
  readonly baseUrl: string;
  readonly apiKey: Secret | null;
  readonly budget: { readonly tokensOfDay: number; readonly tokensOfConversation: number };
};

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly home: string;
  readonly personalDataKeyFile: string;
  readonly place: string | null;
  readonly telegram: TelegramConfig;
  readonly embedder: EmbedderConfig;
  /** Null when no model is set. */
  readonly chat: ChatConfig | null;
  /** The longest that a resident waits for the model, its second try included. */
  readonly chatTimeoutMs: number;
  readonly logLevel: z.infer<typeof environment>["LOG_LEVEL"];
};

function isEmbedderName(text: string | undefined): boolean {
  try {
    return text === undefined || Boolean(parseEmbedderName(text));
  } catch {
    return false;
  }
}

/**
 * The settings of this process, from the environment and `.env`; the only reader of `process.env`.
 * @throws ZhengwenError `wrong_use` naming the setting that cannot be read.
 */
export function readConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  if (variables === process.env) readDotenv({ quiet: true });
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const what = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    throw new ZhengwenError("wrong_use", `settings: ${what}`);
  }
  const values = parsed.data;
  const apiKey = values.OPENAI_API_KEY ? new Secret(values.OPENAI_API_KEY) : null;
  const settings: Config = {
    port: values.PORT,
    host: values.HOST,
    home: resolve(values.ZHENGWEN_HOME),
    personalDataKeyFile: resolve(values.PERSONAL_DATA_KEY_FILE ?? join(values.ZHENGWEN_HOME, "keys", "personal-data.key")),
    place: values.ZHENGWEN_PLACE ?? null,
    telegram: values.TELEGRAM_BOT_TOKEN
      ? { mode: "polling", token: new Secret(values.TELEGRAM_BOT_TOKEN), apiRoot: values.TELEGRAM_API_ROOT }
      : { mode: "off" },
    embedder: {
      name: values.EMBEDDER ?? null,
      modelsFolder: join(resolve(values.ZHENGWEN_HOME), "models"),
      hubEndpoint: values.HF_ENDPOINT,
      openai: {
        baseUrl: values.OPENAI_BASE_URL,
        apiKey,
        budgetCharacters: values.EMBEDDING_BUDGET_CHARACTERS,
      },
    },
    chat: values.OPENAI_MODEL
      ? {
          model: values.OPENAI_MODEL,
          baseUrl: values.OPENAI_BASE_URL,
          apiKey,
          budget: { tokensOfDay: values.CHAT_BUDGET_TOKENS_DAY, tokensOfConversation: values.CHAT_BUDGET_TOKENS_CONVERSATION },
        }
      : null,
    chatTimeoutMs: values.CHAT_TIMEOUT_MS,
    logLevel: values.LOG_LEVEL,
  };
  return Object.freeze(settings);
}

const secretSettings = new Set(["TELEGRAM_BOT_TOKEN", "OPENAI_API_KEY"]);

/** Every setting with its value, secrets hidden, and what it means: for `doctor` and the manual. */
export function describeSettings(
  variables: NodeJS.ProcessEnv = process.env,
): readonly { readonly name: string; readonly value: string; readonly meaning: string }[] {
  return Object.entries(environment.shape).map(([name, schema]) => {
    const given = variables[name]?.trim();
    const parsed = schema.safeParse(undefined);
    const fallback = parsed.success && parsed.data !== undefined ? `${parsed.data} (default)` : "off";
    const value = given ? (secretSettings.has(name) ? "set, hidden" : given) : fallback;
    return { name, value, meaning: schema.description ?? "" };
  });
}
