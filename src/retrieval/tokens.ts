import { segment } from "../text/segment.js";

const wordLike = /[\p{Script=Han}a-z0-9]/u;
const particles = new Set(
  "的 了 和 与 或 及 在 是 对 为 以 于 等 之 其 把 被 从 到 就 都 而 也 要 吗 呢 吧 啊 呀 哦 嘛 么 啦 哪 怎么 怎样 怎么办 什么 多少 可以 能 能不能 可不可以 是不是 有没有 我 你 他 她 我们 你们 他们 这 那 这个 那个 一个 请问 您好 你好 谢谢 想 问 问下 一下 还 又 再 很 会 得 着 过 给 让 说 没 不 没有 有 上 下 里 个".split(
    " ",
  ),
);

/** Index terms of a text, lower case, without particles and punctuation; repeated as often as they stand there. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of segment(text.toLowerCase())) if (wordLike.test(word) && !particles.has(word)) terms.push(word);
  return terms;
}
