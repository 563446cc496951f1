import { titleKey } from "./title-key.js";

const maker = /^.{2,12}?(?:省|自治区|特别行政区|自治州|经济特区|市|自治县|县|区)(?=.{4,})/;
const about = /^(?:关于)?(?:修改|贯彻|执行|落实|适用|实施)+/;
const form = /(?:若干|特别|暂行|试行|具体|实施)*(?:条例|规定|办法|细则|规则|决定|意见|法)(?:\(试行\))?$/;

/**
 * What a law is about, by its title, without who made it and in which form: 人口与计划生育法, 广东省人口与计划生育条例 and 广东省实施
 * 《人口与计划生育法》办法 share it. Two texts of one matter supplement or replace each other (立法法 art. 72, 82, 103).
 */
export function matterKey(title: string): string {
  const named = /《([^》]{3,})》/.exec(title)?.[1];
  const key = titleKey(named ?? title);
  const matter = key.replace(maker, "").replace(about, "").replace(form, "");
  return matter.length >= 2 ? matter : key;
}
