import { segment } from "../text/segment.js";

const wordLike = /[\p{Script=Han}a-z0-9]/u;
const particles = new Set(
  "的 了 和 与 或 及 在 是 对 为 以 于 等 之 其 把 被 从 到 就 都 而 也 要 吗 呢 吧 啊 呀 哦 嘛 么 啦 哪 怎么 怎样 怎么办 什么 多少 可以 能 能不能 可不可以 是不是 有没有 我 你 他 她 我们 你们 他们 这 那 这个 那个 一个 请问 您好 你好 谢谢 想 问 问下 一下 还 又 再 很 会 得 着 过 给 让 说 没 不 没有 有 上 下 里 个".split(
    " ",
  ),
);
/** Particles, pronouns and question words of Cantonese and other dialects, in simplified characters: no text of law has them. */
const dialectParticles = new Set(
  (
    "嘅 咗 喺 佢 佢哋 我哋 你哋 哋 嘢 噉 咁 啲 咩 㗎 喇 噃 啩 咯 嚟 啱 嗰 𠮶 嗰啲 𠮶啲 呢个 呢啲 嗰个 𠮶个 唔 唔系 唔好 唔使 唔得 唔会 冇 冇得 有冇 " +
    "系咪 系咪要 系咪真 系唔系 我系 但系 话系 真系 不系 乜 乜嘢 乜野 点解 点样 点样先 点算 点先 点办 边个 边度 边间 几时 几多 净系 仲 仲有 仲要 而家 即系 先得 得唔得 可唔可以 使唔使 " +
    "俾 畀 俾人 畀人 攞 揾 睇 话 同埋 定系 咋 咋办 咋整 咋弄 啥 啥子 咋个 俺 俺们 咱 咱们 嘛子 侬 阿拉 哪能 哪能办 哪能弄 晓得 晓不晓得 要得 算唔算"
  ).split(" "),
);

/** Index terms of a text, lower case, without particles and punctuation; repeated as often as they stand there. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of segment(text.toLowerCase()))
    if (wordLike.test(word) && !particles.has(word) && !dialectParticles.has(word)) terms.push(word);
  return terms;
}
