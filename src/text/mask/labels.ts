import type { Found, PersonalDataType } from "./found.js";

/** What stands between two digits of one number: 138-0013-8000, 4401 0619…, 138.0013.8000. */
export const gap = "[ \\-._·/]{0,3}";

/** Words before a number that say it is something else than a person's. */
const otherNumber =
  /(?:(?:订单|单据|运单|快递|快件|物流|包裹|流水|回执|受理|受理书|合同|案件?|发票|税|商品|货|型|批|批次|批准文|备案|登记|户|学|考|准考证|彩票|卷宗|档案|病历|住院|门诊|保单|警情|车架|发动机|水表|电表|气表|表|燃气|设备|序列|房产证|不动产权?证?|产权证|证书|许可证|营业执照|执照|机身|资产|项目|工单|投诉单|诉求|(?<![证印])件|交易|支付|取件|验证|邀请|股票|基金|期刊)(?:单|编)?(?:号码?|码|代码)|(?<!号)码|订单|条形码|条码|信用代码|编号|编码|税号|追溯码|二维码|文号|案号|单号|IMEI|ISBN|SN)(?:是|为|:|#|\(|No\.?|[ ])*[A-Z]{0,4}$/i;
/** Money before or behind a number, and what else is counted. */
const amountBefore = /(?:[¥￥$]|人民币|RMB) ?$/i;
const amountAfter = /^(?:\.[0-9]{1,2})? ?(?:元|块钱?|万(?!科|达|象)|亿|平方|平米|㎡|米|吨|公里|人民币|人次|%|字节)/;

/** True when the words right before `start` say that a number of another kind follows. */
export function isOtherNumber(shadow: string, start: number): boolean {
  return otherNumber.test(shadow.slice(Math.max(0, start - 20), start));
}

/** True when a sum or a quantity stands there. */
export function isAmount(shadow: string, start: number, end: number): boolean {
  return amountBefore.test(shadow.slice(Math.max(0, start - 5), start)) || amountAfter.test(shadow.slice(end, end + 5));
}

/** The digits and letters alone. */
export function bare(text: string): string {
  return text.replace(/[^0-9Xx]/g, "");
}

/** The whole of each match. */
export function wholes(type: PersonalDataType, shadow: string, pattern: RegExp): Found[] {
  return [...shadow.matchAll(pattern)].map((match) => ({ type, start: match.index, end: match.index + match[0].length }));
}

/** The last group of each match, where the match ends with it. */
export function lastGroups(type: PersonalDataType, shadow: string, pattern: RegExp): Found[] {
  return [...shadow.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return { type, start: end - (match.at(-1) ?? "").length, end };
  });
}
