/** A place as a resident names it; offsets UTF-16. */
export type Location = { readonly text: string; readonly start: number; readonly end: number };

const han = "\\u4e00-\\u9fff";
/** What names of places end in, longer ones first where one begins with another. */
const suffixes = [
  "工业园区|工业园|工业区|产业园|科技园|物流园|开发区|商业街|步行街|美食街|商业城|购物中心|党群服务中心|服务中心|活动中心",
  "农贸市场|批发市场|肉菜市场|综合市场|菜市场|市场|肉菜场",
  "幼儿园|幼稚园|小学|中学|学校|大学|学院|职中|养老院|敬老院|护老院|老人院|福利院|卫生院|社康|医院|图书馆|文化站|体育馆|体育场|派出所",
  "湿地公园|公园|花园|家园|嘉园|雅园|名园|丽园|乐园|果园|新村|小区|社区|花苑|名苑|雅苑|嘉苑|公寓|大厦|广场|商场|超市|酒店|宾馆|商城|豪庭|华庭|名庭|雅庭|名城|新城|豪苑|山庄|别墅|宿舍",
  "大道|马路|公路|国道|路|大街|横街|正街|直街|街|胡同|里弄|巷|涌|桥|立交|天桥|码头|车站|客运站|地铁站|公交站|火车站|站|水库|河|湖",
  "电子厂|五金厂|塑料厂|制衣厂|玩具厂|鞋厂|厂|村|庄|苑|园|轩|阁|庭|府|坊|里|围|坑|墟|圩|邨|城|中|楼|寺|庙|祠堂|岗",
].join("|");
/** These need a number or a side behind them to be a place: 福盛里7号. */
const needsNumber = new Set(["里", "围", "坑", "楼", "中", "城", "庭", "府", "坊", "轩", "阁", "园", "庄", "墟", "圩", "邨", "寺", "庙"]);
/** Whole names that are no name, however they are cut. */
const generic =
  /(?:^|[的这那该本某])(?:小区|社区|公园|市场|菜市场|肉菜市场|农贸市场|学校|小学|中学|幼儿园|医院|养老院|路|街|大街|马路|公路|巷|村|新村|广场|商场|超市|工业区|宿舍|花园|大厦|公寓|服务中心|活动中心)$/;
const notNames =
  /^(?:我们|你们|他们|佢哋|我哋|咱们|一个|一条|整个|整条|这个|那个|这条|那条|呢个|嗰个|呢条|嗰条|某个|每个|各个|同一条|隔壁|隔离|附近|旁边|对面|楼下|门口|街道|老旧|人行|横过|斑马|机动车|非机动车|绿化|消防|高速|盲|铁|电|线|水|网|思|出|套|门|半|问|带|让|走|修|挖|马|公|道|上|下|过|赶|绕|迷|探|逛|全|农|城中|同|本|该|某|外|内|前|后|旧|大|小|老|新|高|低|逃生|安全|疏散|公共|市政|住宅|居民|封闭|高档|普通|新建|在建|建筑|装修|各|几|多|民营|私立|公立|公办|民办|私人|人力|人才|劳动|金融|证券|房地产|二手|跳蚤|股票|国际|国内|儿童|口袋|湿地|森林|一间|一家|一所|两个|三个|全国|全省|全市|全区|全街|整|.*(?:社区|老人|长者|救助|快递|物业|疫苗|流动|服务|机动|驿|加油|充电|垃圾|变电|收费|客运|火车|高铁|公交|地铁|搅拌|居委|政府|政务|便民|党群|职工|工人|自来水|农用|学生|员工|集体|单身|出租|家具|化工|木材|印刷|线|套|公|铁|马|门|困难|边远|频繁靠))$/;
/** A name does not contain these; what stands before them is the sentence. */
const stopWords =
  /反映|投诉|举报|建议|咨询|您好|你好|领导|尊敬|关于|麻烦|今年|去年|昨天|今天|明天|前天|昨晚|今晚|每天|每晚|天天|日日|晚上|早上|上午|下午|中午|凌晨|半夜|夜晚|傍晚|十点|我家|家门口|楼下|附近|旁边|对面|隔壁|位于|地址|地点|边度|希望|请求|关注|街道|一路|靠近|改成|改为|换成|[那这一]家|[的在到从个这那我你您他她它是有把被给跟住请问帮于向往了着又也都就还不没未将让使啊呀吧嘛呢吗哦啦嘅喺咗哋冇唔係系佢睇嘢啲咁乜离该每各整条间座说讲叫听看做搞去回进送找想要能可应已才再总只很最更几些么怎为因但而且或若掉放绕炸逛修走赶堵拦撒喂呃嗱和与跟同及至由]/g;
/** These end a sentence's part as a rule and yet begin many names: 和平路, 同福街. */
const bothWays = /^[向和同与及至由最更有新为可能应]/;
const joiner = "(?:与|和|同|跟|及|、|/|-|到|至)";
const numeral = "[0-9０-９一二三四五六七八九十百零〇A-Za-z]";
const detail =
  `(?:${numeral}{1,5}(?:之${numeral}{1,2})?(?:号楼|号院|号|栋|幢|座|棟|单元|梯|期|区|组|队|社|巷|横巷|街|层|楼|室|房|铺|档|门|排|弄)|[A-Za-z][0-9]{0,3}(?:栋|座|区|幢)?|地下(?:${numeral}层|负${numeral}层|车库|停车场|室)|负${numeral}[层楼]|` +
  `(?:小区|菜市场|肉菜市场|农贸市场|市场|公园|学校|小学|中学|幼儿园|医院|广场|超市|银行|便利店|地铁站|公交站|加油站|工地|村)?(?:正门|南门|北门|东门|西门|后门|侧门|大门|门口|门前|路口|街口|巷口|村口|路段|段|交叉口|交界处|交汇处|十字路口|拐角|转角|旁边|旁|对面|附近|隔壁|斜对面|后面|前面|背后|中间|操场|车库|停车场|楼顶|天台|楼下|楼道|大堂|广场|公交站|地铁站|桥底|桥下|桥头|河边|河堤|东侧|西侧|南侧|北侧|东|西|南|北|口)(?![${han}]?(?:风|边的人)))`;
const nameCharacters = new RegExp(`[${han}A-Za-z]*$`);
const nameBefore = new RegExp(`(${suffixes})`, "g");
const detailsAfter = new RegExp(`^(?:\\s?${detail}){0,6}`);
const joined = new RegExp(`^${joiner}$`);

/**
 * The place that a complaint names: a road, house, estate, market, school, village … with number, floor and side behind it.
 * 公园里, 我们小区 and other places that only the writer can find are none (null).
 */
export function findLocation(text: string): Location | null {
  const places = candidates(text);
  const chains: Location[] = [];
  for (const place of places) {
    const last = chains.at(-1);
    const between = last ? text.slice(last.end, place.start) : null;
    if (last && between !== null && place.start >= last.end && (between === "" || joined.test(between) || between === "的")) {
      chains[chains.length - 1] = { start: last.start, end: place.end, text: text.slice(last.start, place.end) };
    } else if (!last || place.start >= last.end) chains.push(place);
  }
  return chains.sort((a, b) => telling(b) - telling(a))[0] ?? null;
}

/** Places with numbers first, then longer and earlier ones: the rest are circumstances. */
function telling({ text, start }: Location): number {
  return (/[0-9０-９]|[一二三四五六七八九十]+[号栋楼巷]/.test(text) ? 12 : 0) + Math.min(text.length, 10) - start / 8;
}

function candidates(text: string): Location[] {
  const found: Location[] = [];
  for (const match of text.matchAll(nameBefore)) {
    const suffixStart = match.index;
    const suffix = match[0];
    const nameEnd = suffixStart + suffix.length;
    const start = nameStart(text, suffixStart, found.at(-1)?.end ?? 0);
    const name = text.slice(start, suffixStart);
    const full = name + suffix;
    // 路灯, 街道办, 村民, 市场监管: the suffix is the beginning of another word.
    if (continues(text, nameEnd, suffix)) continue;
    // 桂花苑: the suffix took a character of the name.
    if (name.length < 2 && !(full.length >= 3 && suffix.length === 2 && name.length === 1)) continue;
    if (/^[们此该本某]$/.test(name) || notNames.test(name) || generic.test(full)) continue;
    const details = detailsAfter.exec(text.slice(nameEnd))?.[0] ?? "";
    if (needsNumber.has(suffix) && !/[0-9０-９A-Za-z号栋楼口门旁]/.test(details)) continue;
    found.push({ text: text.slice(start, nameEnd + details.length), start, end: nameEnd + details.length });
  }
  return found;
}

function continues(text: string, end: number, suffix: string): boolean {
  const next = text.slice(end, end + 2);
  if (/^路/.test(suffix) || suffix.endsWith("路"))
    return /^(?:子|灯|面|边|人|过|上|费|况|障|政|程|由|线|牌|基)/.test(next) && !/^(?:边|上)/.test(next);
  if (suffix.endsWith("街"))
    return /^(?:道办|道的|道干|道综|道领|道工|道有|道公|道派|道能|道和|道对|坊|市|舞)/.test(next) || /^道(?![0-9])/.test(next);
  if (suffix === "村") return /^(?:民|委|里|干|长|支|镇|庄|中)/.test(next);
  if (suffix.endsWith("市场")) return /^(?:监|价|上|管|化|经济|竞)/.test(next);
  if (suffix === "社区" || suffix === "小区") return /^(?:工作|居委|居民|干部|书记|医院|服务|卫生|活动|民警|网格)/.test(next);
  if (suffix === "城") return /^(?:市|管|镇|乡|中村|建)/.test(next);
  if (suffix === "中") return /^(?:间|午|心|国|介|毒|途|学)/.test(next) || !/^[学的食饭门]?/.test(next);
  if (suffix === "园" || suffix === "公园") return /^林/.test(next);
  if (suffix === "里") return /^(?:面|边|头)/.test(next);
  if (suffix === "站") return /^(?:在|着|长|起|点)/.test(next);
  if (suffix === "河") return /^(?:水|道|边|里|堤)/.test(next) && !/^(?:边|堤)/.test(next);
  return false;
}

/** The name begins behind the last word that no name contains, at most six characters before the suffix. */
function nameStart(text: string, suffixStart: number, floor: number): number {
  const from = Math.max(floor, suffixStart - 6);
  const before = nameCharacters.exec(text.slice(from, suffixStart))?.[0] ?? "";
  const first = suffixStart - before.length;
  const cuts = [...before.matchAll(stopWords)];
  const last = cuts.at(-1);
  if (!last) return first;
  const start = first + last.index + last[0].length;
  return suffixStart - start < 2 && bothWays.test(last[0]) ? first + last.index : start;
}
