/** Words in which a numeral's character is no number. */
const words = `
一般 一些 一定 一样 一直 一起 一并 一律 一旦 一切 一致 一共 一经 一次性 一向 一边 一带 一线 一体 一贯 一心 一再 一时 一下 一点 一半 一会 一齐 一同 一概
一味 一手 一道 一生 一辈子 一站式 一网 一窗 一卡通 一刀切 一把手 一路 一来 一系列 一把 一股 一直以来
统一 唯一 单一 万一 同一 之一 专一 逐一 任一 某一 每一 另一 这一 那一 其一 第一时间 不一 归一 合一 进一步 下一步 五一 六一 国庆十一 一一
两者 两边 两岸 两会 两难 两口子 两地分居 三轮 三角 三农 三无 三甲 三明市 三亚 三水 三星 再三 三七二十一 四川 四周 四肢 四会 四处 五金 五保 五官 五险一金
六亲 七夕 八卦 八成是 九龙 九江 乱七八糟 七上八下 二手 二维码 二次元 二房东 二胡
星期一 星期二 星期三 星期四 星期五 星期六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 周一 周二 周三 周四 周五 周六
十分重 十分必 十分感 十分困 十分严 十分不 十分简 十分方 十足 十字路口 十堰 几十 数十 上百 上千 上万 几百 几千 几万 数百 数千 数万 好几十
千万不 千万别 千万要 千家万户 万科 百货 百姓 百度 百科 百般 千斤顶 万能 万事 万宁 亿万 零售 零食 零钱 零件 零星 零工 零花
不三不四 一五一十
`
  .split(/\s+/)
  .filter((word) => word !== "");
const numeral = /[零〇○一二两三四五六七八九十百千万亿]/;
const scale = /[十百千万亿]/;

/** The words by each numeral in them, so that a text pays only for those that could stand there. */
const byNumeral = new Map<string, { readonly word: string; readonly offset: number }[]>();
for (const word of words.sort((a, b) => b.length - a.length)) {
  const offset = [...word].findIndex((character) => numeral.test(character));
  const character = word[offset] ?? "";
  byNumeral.set(character, [...(byNumeral.get(character) ?? []), { word, offset }]);
}

/**
 * The word around a run of numerals, that makes its beginning no number: 统一 in 统一三天. A word that starts within the
 * run (万一 in 三万一千) or is cut by a scale behind it (每一 in 每一百元) is none.
 */
export function wordAround(text: string, start: number, end: number): { readonly start: number; readonly end: number } | null {
  for (const { word, offset } of byNumeral.get(text[start] ?? "") ?? []) {
    const from = start - offset;
    if (!text.startsWith(word, from)) continue;
    const stop = from + word.length;
    if (stop < end && scale.test(text[stop] ?? "")) continue;
    if (word === "一点" && stop < end) continue;
    // 四周岁 is an age, 四周年 a time
    if (word === "四周" && /[岁年]/u.test(text[stop] ?? "")) continue;
    return { start: from, end: stop };
  }
  return null;
}
