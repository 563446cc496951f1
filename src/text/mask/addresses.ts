import type { Found } from "./found.js";

const person =
  "(?:我|本人|我们|我哋|我家|我一家|我们一家|我们家|佢|他|她|他们|(?:我)?(?:爸爸?|妈妈?|父母|爸妈|父亲|母亲|老[豆母]|阿[爸妈公婆嫲爷]|奶奶|爷爷|外公|外婆|公公|婆婆|岳父|岳母|老公|老婆|儿子|女儿|孙子|孙女|[哥姐弟妹舅姑叔伯]{2}|老人家?|屋企人?|家人))";
/** Words that say a person lives at what follows. A complaint's place (在…、位于…、地址：…) is not personal data. */
const livesAt = new RegExp(
  [
    `${person}(?:一直|现在|现|目前|而家|就|都|也|是|系|今年|还|独自|自己|单独|一家|全家|一个人|,){0,3}(?:租?住|租|居住|独居|搬|屋企住?|借住|合租|定居|寄住)(?:进|到|在|于|喺|系|系喺|了)*`,
    "(?:家|现|租|居|暂|常|独|同|入)住?(?<=[住居])(?:在|于|喺|地址|地|址)?",
    `${person}的?家(?:就|现在|现)?(?:在|喺|住)`,
    "(?:我家|我屋企|我们家|我屋|我宅|家里|屋企)(?:就|现在|现)?(?:在|喺|是|系|住|地址|位于|:)",
    "(?<=^|[,，。;；、:： ])(?:家|房产|房子|自住房)(?:就|现在|现)?(?:在|喺|系)",
    "我(?:名下)?(?:的|自己的)?(?:房子|房屋|屋子|住房|住宅|出租屋|宿舍|房产|物业)(?:就|现)?(?:在|喺|是|系|位于|地址)?",
    "(?:住址|住所地?|住处|家庭(?:住址|地址)|居住地址?|居住地|家庭所在地|户籍(?:所在地|地址|地)?|户口(?:簿|本)?(?:所在地|地址|地|在|喺)|现居地?|(?:收货|收件|寄件|邮寄|寄送|快递|联系|通[讯信]|身份证|家里|家|现|本人|送货|我的|我)地址|住房地址|(?:我家|我的|家里|本人)的?门牌号?码?|房号|房间号)",
    "(?:(?:寄|送|快递|邮|邮寄)给我(?:家)?|寄到|寄往|寄去|寄来|送到|送去|送货到|派到|邮寄到|邮寄至|寄至|送至|上门到)(?:我家|我屋企|我)?",
    "(?<=^|[,，。;；、:： ])住(?=[在于喺]|[0-9A-Z\\u3400-\\u9fff])(?:在|于|喺)?",
  ]
    .map((part) => `(?:${part})`)
    .join("|")
    .replace(/^/, "(?:")
    .concat(")(?:是|为|:|在|喺|于|系|写|填|\\(| )*"),
  "g",
);
/** 我是3栋502的业主, 我家3栋502漏水. */
const ownsAt = /(?:我(?:们)?(?:是|系|就是)|本人(?:是|系|为)|我家|我屋企|(?:作为|身为)|(?<![\u3400-\u9fff])我)(?=[0-9A-Z\u3400-\u9fff])/g;
const ownerBehind = /^ ?的?(?:一[名位个户])?(?:业主|住户|户主|租户|租客|居民|房东|房主|街坊|产权人|屋主)/;
/** 我在3栋502住了十年. */
const livesIn = /(?:我们?|我哋|本人|我一家)(?:一直|现在|目前|而家)?[在喺]/g;
const livedBehind = /^ ?(?:已经?|都|里|一直)?(?:居住|租住|租房|住)(?![院宅建])/;
/** 我是3栋502的. */
const ofBehind = /^ ?的(?=$|[ ,，。;；、!?])/;
const ownHomeBehind = /(?:,|，)?(?:就)?(?:是|系)(?:我|我们|本人)(?:家|屋企|的家|住|的住|租|自己|现)/g;
const livesBehindName = /^ ?[,，]? ?(?:家|现)?住(?:在|于|喺)?/;

const numeral = "零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰";
const number = `(?:[0-9A-Za-z]+|[${numeral}]+)(?:-[0-9A-Za-z]+)*`;
const unit =
  "(?:号楼(?![下上道梯])|号院|号房|号(?![线车楼窗])|栋|幢|座|单元|梯|楼(?![下上道梯])|层|室(?![内外友])|房(?:间|号)?(?![东子屋产租])|户(?!籍|口|主)|门(?![口前外面锁])|组|期|铺|仓)";
const door = new RegExp(
  `${number} ?${unit}(?:之 ?(?:[0-9]|[一二三四五六七八九十]+)|(?<=[楼层]) ?[A-Za-z](?! ?[0-9A-Za-z室房座栋]))?|(?<=^|[栋幢座元梯楼苑园号庭轩阁府邨村城寓湾院舍房 ] ?|之[一二三四五六七八九十])[-#]? ?(?:[A-Za-z]?[0-9]{1,3}(?:-[0-9]{1,4}){1,3}|[0-9]{3,4}|[零〇一二三四五六七八九]{3,4})(?![0-9元年块月人户天次个万-]|[零〇一二三四五六七八九])(?: ?(?:室(?![内外友])|房(?:间|号)?(?![东子屋产租])))?`,
  "g",
);
const body =
  /^[\u3400-\u9fff〇A-Za-z0-9()·#-]+(?:(?: {1,2}|[,，、] ?(?=[0-9A-Za-z零一二三四五六七八九十]+(?:-[0-9]+)* ?(?:号|栋|幢|座|单元|楼|室|房)))[\u3400-\u9fff〇A-Za-z0-9()·#-]+){0,8}/;
const place =
  /省|市|区|县|镇|乡|街|村|社|路|巷|道|里|坊|苑|园|厦|公寓|城|庭|府|轩|阁|湾|围|坑|小区|院|楼|居|台|邨|屋|庄|寨|屯|洲|岛|埔|塘|墩|岗|寓|舍|花园|广场|中心|家|都|堡|墅|馆|门|桥|河|山|江|井|弄|胡同|段|排|郡|峰|峯|岸|汇|域|邸|天地|时代|[租置迁障]房/;
const noPlace =
  /^(?:一[栋幢座间套户层个]|的|了|附近|隔壁|楼上|楼下|对面|这里|这边|那边|那里|多久|几|一楼$|顶楼|哪|满|进|院|户|宅|房|宿|客|持|有|过|处|得|着|不|人|边|民|委|区|面积|条件|环境|户口|户籍|[被给让旁隔和跟从因也都还]|电|小孩|那个)/;
/** 你们街道的金穗花园: how the resident speaks of the place is not its name. */
const spoken =
  /^(?:(?:租|租住)的(?:是|房子[在是])?|(?:你们|我们|咱们|贵|本|这个?|那个?|咱)(?:街道|社区|辖区|小区|镇|区|街|村)?的?|旁边的?|一个叫)/;
const sentence = /[的了在是有被到和跟]/;
/** What a place's name does not hold before its first number. */
const clause = /[被把给让了没在]|楼[上下]|投诉|举报/;
/** An office's own house is nobody's home. */
const office = /(?:政府|政务|街道办|办事处|法院|检察院|公安局|派出所|委员会|居委会|服务中心|政务中心|服务站|大厅)(?:大院|大楼)?$/;
const officeBehind = /^ ?的?[\u3400-\u9fff]{0,4}?(?:街道办|居委会|村委会|政府|政务|法院|派出所|服务中心|服务站|大厅|窗口)/;
const sends = /[寄送派邮]/;
const longestName = 36;
const longest = 90;
const endsAtDoor = /(?:[0-9零〇一二三四五六七八九十](?:室|房|号房|户)|(?:栋|幢|座|元|-|号|#) ?[0-9零〇一二三四五六七八九]{3,4})$/;

/** Home addresses down to the door: place name and number, from behind the words to the last part of the number. */
export function addresses(shadow: string, contacts: readonly Found[]): Found[] {
  const found: Found[] = [];
  const add = (start: number, end: number) => {
    if (end > start) found.push({ type: "address", start, end });
  };
  for (const match of shadow.matchAll(livesAt)) {
    const [start, end] = addressAt(shadow, match.index + match[0].length);
    if (!(sends.test(match[0]) && officeBehind.test(shadow.slice(end, end + 12)))) add(start, end);
  }
  for (const match of shadow.matchAll(ownsAt)) {
    const [start, end] = addressAt(shadow, match.index + match[0].length);
    const isHome = match[0].endsWith("家") || match[0].endsWith("企");
    const atDoor = endsAtDoor.test(shadow.slice(start, end));
    const behind = shadow.slice(end, end + 8);
    if (isHome ? atDoor : ownerBehind.test(behind) || (atDoor && ofBehind.test(behind))) add(start, end);
  }
  for (const match of shadow.matchAll(livesIn)) {
    const [start, end] = addressAt(shadow, match.index + match[0].length);
    if (livedBehind.test(shadow.slice(end, end + 6))) add(start, end);
  }
  for (const match of shadow.matchAll(ownHomeBehind)) add(...addressBefore(shadow, match.index));
  for (const { type, start, end } of contacts) {
    if (type === "name") {
      const lives = livesBehindName.exec(shadow.slice(end, end + 6));
      if (lives) add(...addressAt(shadow, end + lives[0].length));
    }
    if (type === "name" || type === "phone" || type === "id_card") {
      add(...clauseAddress(shadow, end + (/^[ ,，;；、:]*(?:地址|住址)?[ :]*/.exec(shadow.slice(end, end + 8))?.[0].length ?? 0)));
    }
    if (type === "name") {
      const between = /(?:[ ,，;；、:(]+(?:业主|住户|联系人|收件人|姓名|我叫|我是|本人)?|的?(?:业主|住户|租客|户主))[ :]*$/.exec(
        shadow.slice(Math.max(0, start - 8), start),
      );
      if (between) add(...addressBefore(shadow, start - between[0].length));
    }
  }
  return found;
}

/** An address that is a clause of its own and ends at a door: 陈志明，金穗花园3栋502室，. */
function clauseAddress(shadow: string, start: number): [number, number] {
  const [from, end] = addressAt(shadow, start);
  const isClause = /^(?:$|[ ,，。;；、!)])/.test(shadow.slice(end, end + 1));
  return isClause && endsAtDoor.test(shadow.slice(from, end)) ? [from, end] : [start, start];
}

/** The address that ends at `end` and fills its clause from the beginning, down to a door. */
function addressBefore(shadow: string, end: number): [number, number] {
  const before = shadow.slice(Math.max(0, end - 40), end);
  const whole = /[^,，。;；、:!?？ ]*$/.exec(before)?.[0] ?? "";
  const start = end - whole.length + (/^(?:我的|我)?(?:地址|住址)(?:是|为|在)?/.exec(whole)?.[0].length ?? 0);
  const [from, to] = addressAt(shadow, start);
  return to === end && endsAtDoor.test(shadow.slice(from, to)) ? [from, to] : [end, end];
}

function startsAtPlace(name: string): boolean {
  return name === "" || (name.length <= longestName && place.test(name) && !clause.test(name) && !office.test(name));
}

/** Where the address at `at` begins and ends; empty when there is none that has a number. */
function addressAt(shadow: string, at: number): [number, number] {
  const whole = body.exec(shadow.slice(at, at + longest))?.[0];
  if (whole === undefined) return [at, at];
  const start = at + (spoken.exec(whole)?.[0].length ?? 0);
  const text = whole.slice(start - at);
  if (noPlace.test(text)) return [at, at];
  let end = 0;
  let parts = 0;
  for (const part of text.matchAll(door)) {
    const between = text.slice(end, part.index);
    if (parts === 0 && !startsAtPlace(text.slice(0, part.index))) break;
    // 榕树路5号金桂苑3栋: a name between two numbers still belongs to it, a clause does not.
    if (parts > 0 && !/^[- #,，、(]*$/.test(between)) {
      if (between.length > 12 || !place.test(between.trimEnd().slice(-2)) || sentence.test(between)) break;
    }
    // A village's group and an estate's stage have many doors.
    if (!/[组期]$/.test(part[0])) parts++;
    end = part.index + part[0].length;
    if (between.includes("(") && text[end] === ")") end++;
  }
  const named = parts > 1 || place.test(text.slice(0, end).replace(/[号栋幢座楼室房]$/, ""));
  const isRoom = /^(?:[0-9A-Za-z-]{3,} ?(?:室|房(?:间|号)?)|[0-9A-Za-z]{1,3}(?:-[0-9]{1,4}){1,2})$/.test(text.slice(0, end));
  return parts > 0 && (named || isRoom) ? [start, start + end] : [at, at];
}
