import type { Found } from "./found.js";

/** Words that say a person lives at what follows. A complaint's place (在…、位于…、地址：…) is not personal data. */
const livesAt =
  /(?:(?:我|本人|我们|我家|我哋|佢|他|她|我(?:爸|妈|父母|爸妈|奶奶|爷爷|外婆|婆婆|屋企人?))(?:一直|现在|现|目前|而家|就|系)*(?:租?住|居住|屋企)(?:在|于|喺|系|系喺)?|(?:家|现|租|居|暂|常)住(?:在|于|喺|地|地址|址)?|我家(?:就)?(?:在|喺|是)|我屋企(?:就)?(?:在|喺|系)?|住址|住所|家庭(?:住址|地址)|居住地址?|居住地|户籍(?:所在地|地址|地)?|户口(?:所在地|地址|地|在|喺)|(?:收货|收件|我的邮寄|我的快递|身份证)地址|家里地址|我的地址)(?:是|为|:|在|喺|系| )*|(?<=^|[,，。;；、:： ])住(?:在|于|喺)?/g;
const livesBehindName = /^ ?[,，]? ?住(?:在|于|喺)/;
const door =
  /(?:[0-9A-Za-z零一二三四五六七八九十百]+(?:-[0-9A-Za-z]+)*)(?:号楼|号院|号|栋|幢|座|单元|梯|楼|层|室|房|户|门)(?:之(?:[0-9]|[一二三四五六七八九十]+))?|(?<=[栋幢座元梯楼苑园号])-?[0-9]{3,4}(?![0-9])/g;
const body = /^[\u3400-\u9fffA-Za-z0-9()·#-]+(?: ?[\u3400-\u9fffA-Za-z0-9()·#-]+){0,3}/;
const place = /省|市|区|县|镇|乡|街|村|社|路|巷|道|里|坊|苑|园|厦|公寓|城|庭|府|轩|阁|湾|围|坑|新村|小区|院|楼|居|台|邨|屋/;
const noPlace = /^(?:一[栋幢座间套户层个]|的|了|附近|隔壁|楼上|楼下|对面|这里|那边|多久|几|一楼|顶楼|哪)/;
const longestName = 36;

/** Home addresses down to the door: place name and number, from behind the words to the last part of the number. */
export function addresses(shadow: string, names: readonly Found[]): Found[] {
  const found: Found[] = [];
  const starts = [...shadow.matchAll(livesAt)].map((match) => match.index + match[0].length);
  for (const name of names) starts.push(name.end + (livesBehindName.exec(shadow.slice(name.end, name.end + 6))?.[0].length ?? -name.end));
  for (const start of new Set(starts)) {
    if (start === 0) continue;
    const end = addressEnd(shadow, start);
    if (end > start) found.push({ type: "address", start, end });
  }
  return found;
}

function addressEnd(shadow: string, start: number): number {
  const text = body.exec(shadow.slice(start, start + 80))?.[0];
  if (text === undefined || noPlace.test(text)) return start;
  let end = 0;
  let parts = 0;
  for (const part of text.matchAll(door)) {
    const between = text.slice(end, part.index);
    if (parts === 0 ? part.index > longestName : !/^[- #]?$/.test(between)) {
      // 榕树路5号金桂苑3栋: a name between two numbers still belongs to it, a clause does not.
      if (parts === 0 || between.length > 10 || !place.test(between.slice(-2)) || /[的了在是有被到]/.test(between)) break;
    }
    if (parts === 0 && part.index > 0 && !place.test(text.slice(0, part.index))) break;
    parts++;
    end = part.index + part[0].length;
  }
  const named = parts > 0 && (parts > 1 || place.test(text.slice(0, end).replace(/[号栋幢座楼室房]$/, "")));
  return named ? start + end : start;
}
