import type { Found } from "./found.js";
import { lastGroups, wholes } from "./labels.js";

const province = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const dot = " ?[·•.・‧∙●_/-]? ?";
const place = "(?:[0-9A-Za-z]|[〇零一二三四五六七八九幺])";
const plate = new RegExp(
  `[${province}][ -]?[A-Za-z]${dot}(?:${place}{4}[挂学警港澳领使]|${place}{5,6}|${place}{2} ${place}{3}|${place}{3} ${place}{2,3}|${place}(?: ${place}){4,5})(?![0-9A-Za-z])`,
  "g",
);
/** Of the army and the armed police, of embassies and consulates. */
const official =
  /(?<![0-9A-Za-z])(?:WJ ?[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]? ?[0-9]{4,5}[0-9A-Z]?|使 ?[0-9]{6}|[VKHBSLJNGC][A-Z][·• ]?[0-9]{5}(?=[^0-9]*(?:军车|军牌)))(?![0-9A-Za-z])/g;
const saidPlate = /(?:车牌|车号|牌照)(?:号码?)?(?:是|为|系|:| )*((?<![0-9A-Za-z])[A-Za-z] ?[·•.-]? ?[0-9A-Za-z]{5,6})(?![0-9A-Za-z])/g;
const leastDigits = 2;

/**
 * Number plates (GA 36): with or without dot, the longer ones of electric cars, those ending in 学, 警, 挂, 港, 澳,
 * with their digits spaced or in Chinese numerals; without province behind the word.
 */
export function plates(shadow: string): Found[] {
  const whole = wholes("plate", shadow, plate).filter(({ start, end }) => {
    const digits = shadow.slice(start, end).match(/[0-9〇零一二三四五六七八九幺]/g);
    return (digits?.length ?? 0) >= leastDigits;
  });
  return [...whole, ...wholes("plate", shadow, official), ...lastGroups("plate", shadow, saidPlate)];
}
