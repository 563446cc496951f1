import type { Found } from "./found.js";
import { lastGroups } from "./labels.js";

const at = " ?(?:@|(?<= )at(?= )|\\(at\\)|\\[at\\]|#(?=(?:qq|1(?:63|26|39)|gmail|foxmail|sina|hotmail|outlook)\\b)) ?";
const dot = "(?: ?[.。] ?| dot )";
const email = new RegExp(
  `(?<![0-9A-Za-z._%+-])[0-9A-Za-z][0-9A-Za-z._%+-]{0,63}${at}[0-9A-Za-z-]{1,63}(?:${dot}[0-9A-Za-z-]{1,63}){0,4}${dot}[A-Za-z]{2,}(?![0-9A-Za-z])`,
  "gi",
);
const chat = "(?:微 ?信|绿泡泡|薇信|威信|徽信|微x|wechat|weixin|(?<![A-Za-z])(?:wx|vx|v信|weix)|加我? ?v)";
const id = "(?<![0-9A-Za-z_])[A-Za-z][-_0-9A-Za-z]{5,19}(?![0-9A-Za-z_@])";
const notId = "(?!android|iphone|windows|harmony|wechat|weixin)";
const wechat = new RegExp(`${chat}(?:号码?|账号|帐号|id|是|为|系|名|加我?|我的?|:|\\(| |同号|联系)*${notId}(${id})`, "gi");
const numericWechat = new RegExp(`${chat} ?(?:号码?|账号|帐号|id)(?:是|为|系|:| )*([1-9][0-9]{5,11})(?![0-9元块])`, "gi");
const wechatAfter = new RegExp(`(${id})(?= ?[,，(]? ?(?:这个|就?是|系)?(?:我|本人)?的?(?:${chat})(?!群|公众|小程序|支付|里))`, "gi");
const loneV = /(?<![0-9A-Za-z])v ?: ?([A-Za-z][-_0-9A-Za-z]*[-_0-9][-_0-9A-Za-z]*)(?![0-9A-Za-z_@])/gi;
const qq =
  /(?:(?<![A-Za-z])qq|扣扣|企鹅号|(?<![A-Za-z])q(?=号|:))(?:号码?|是|为|系|:|\(|联系|加我?| )*([1-9][0-9]{4,10})(?![0-9A-Za-z@元块人]|个)/gi;

/** E-mail addresses, also with blanks around their signs, (at) for the sign, 。 for the dot. */
export function emails(shadow: string): Found[] {
  if (!/@| at |\(at\)|\[at\]|#/i.test(shadow)) return [];
  return [...shadow.matchAll(email)].map((match) => ({ type: "email", start: match.index, end: match.index + match[0].length }));
}

/** Ids of WeChat and QQ, before or behind the word. */
export function wechats(shadow: string): Found[] {
  return [wechat, numericWechat, loneV, qq].flatMap((pattern) => lastGroups("wechat", shadow, pattern)).concat(idsBefore(shadow));
}

/** liming_90是我微信: a plain word before 微信 may be anything, one with a digit or a hyphen is an id. */
function idsBefore(shadow: string): Found[] {
  return [...shadow.matchAll(wechatAfter)]
    .filter((match) => /[-_0-9]/.test(match[0]))
    .map((match) => ({ type: "wechat", start: match.index, end: match.index + match[0].length }));
}
