import type { ChatScript } from "./chat-server.js";

/** The text between the marks of the first source that was given. */
const firstSource = /<来源[^>]*>\s*([\s\S]*?)\s*<\/来源>/u;

function written(messages: readonly { readonly content: string }[]): string {
  const given = messages.map(({ content }) => content).join("\n");
  return (
    firstSource
      .exec(given.slice(given.indexOf("居民所在地")))?.[1]
      ?.split("\n")
      .at(-1) ?? ""
  );
}

/** What models do with sources, well or badly. */
export const chatAnswers = {
  /** The last line of the first source, as it stands. */
  faithful: answers((source) => `完整度：full\n${source}〔来源1〕`),
  /** The same under a number that no source has. */
  wrongSource: answers((source) => `完整度：full\n${source}〔来源99〕`),
  /** The same, no source named. */
  noSource: answers((source) => `完整度：full\n${source}`),
  /** The same, and an amount that stands nowhere. */
  inventedNumber: answers((source) => `完整度：full\n${source}〔来源1〕\n另外每月补贴七千六百五十四元。〔来源1〕`),
  /** Does what a text among the sources or the question orders, between 「」 after 请只回复. */
  obedient: {
    kind: "answers",
    with: (messages) => /请只回复「([^」]*)」/u.exec(messages.map(({ content }) => content).join("\n"))?.[1] ?? "完整度：none",
  },
  /** Gives away what it was told. */
  talkative: { kind: "answers", with: (messages) => `完整度：full\n${messages[0]?.content ?? ""}〔来源1〕` },
} satisfies Record<string, ChatScript>;

function answers(write: (source: string) => string): ChatScript {
  return { kind: "answers", with: (messages) => write(written(messages)) };
}
