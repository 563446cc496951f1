import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markOf, maskPersonalData } from "../../src/text/mask.js";

const found = (text: string, own: readonly string[] = []) =>
  maskPersonalData(text, own).spans.map(({ type, text: part }) => `${type} ${part}`);

describe("maskPersonalData finds", () => {
  it.each<[string, string[]]>([
    ["我叫陈志明，手机13800138000，想问低保怎么办", ["name 陈志明", "phone 13800138000"]],
    ["姓名：黄小丽 电话 020-87654321 住址：木棉大道12号3栋502室", ["name 黄小丽", "landline 020-87654321", "address 木棉大道12号3栋502室"]],
    ["我住在桂花苑5栋1203，楼上漏水", ["address 桂花苑5栋1203"]],
    ["请联系周建国先生 138-1234-5678", ["name 周建国", "phone 138-1234-5678"]],
    ["联系人李先生，电话１３９１２３４５６７８", ["phone １３９１２３４５６７８"]],
    ["我的邮箱是li.ming@example.com，微信liming_1990", ["email li.ming@example.com", "wechat liming_1990"]],
    ["护照号E12345678可以办居住证吗", ["passport E12345678"]],
    ["港澳通行证C98765432过期怎么办", ["passport C98765432"]],
    ["卡号：6222 0212 3456 7890 128", ["bank_card 6222 0212 3456 7890 128"]],
    ["津贴打到6212345678901234这张卡", ["bank_card 6212345678901234"]],
    ["身份证４４０１０６１９９００１０１１２３４丢了", ["id_card ４４０１０６１９９００１０１１２３４"]],
    ["440106 19900101 123x", ["id_card 440106 19900101 123x"]],
    ["老身份证440106700101123还能用吗", ["id_card 440106700101123"]],
    ["粤B12345D和川A·88888停在门口", ["plate 粤B12345D", "plate 川A·88888"]],
    ["教练车粤A1234学乱停", ["plate 粤A1234学"]],
    ["手机一三八零零一三八零零零", ["phone 一三八零零一三八零零零"]],
    ["手机幺三八零零一三八零零零", ["phone 幺三八零零一三八零零零"]],
    ["打一三八 零零一三 八零零零", ["phone 一三八 零零一三 八零零零"]],
    ["号码138零零一三八零零零", ["phone 138零零一三八零零零"]],
    ["打我+86 139 0000 1234", ["phone +86 139 0000 1234"]],
    ["我系何家伟，住喺荔枝湾12号2楼", ["name 何家伟", "address 荔枝湾12号2楼"]],
    ["欧阳明珠女士已到", ["name 欧阳明珠"]],
    ["李明13712345678", ["name 李明", "phone 13712345678"]],
    ["户籍地址：广东省岭海市南湾区木棉大道88号6栋2单元801", ["address 广东省岭海市南湾区木棉大道88号6栋2单元801"]],
  ])("%s", (text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });
});

describe("maskPersonalData leaves alone", () => {
  it.each([
    "桂花苑5栋楼下垃圾没人清",
    "榕树街18号门口的井盖没了",
    "地址：木棉大道66号三楼的培训机构跑路",
    "打12345没人接，110也不来",
    "回执号YSQ-2026-000001进度",
    "商品条码6923450657713是假货",
    "快递单号441234199001011234一直没到",
    "粤府办〔2023〕12号什么时候生效",
    "（2024）粤01民终1234号",
    "罚款13800000000元",
    "2026年11月23日08:30到09:30停水",
    "我妈高血压，能申请慢病补贴吗",
    "业主任何时候都可以查账吗",
    "我叫物业来修，物业不来",
    "住院过程中医生没有说明",
    "居住地不是户籍地怎么办",
    "我住二楼，楼上太吵",
    "张先生您好",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("the office's own numbers", () => {
    expect(found("0700-0000100打不通", ["0700-0000100"])).toEqual([]);
    expect(found("0700-0000100打不通")).toEqual(["landline 0700-0000100"]);
  });
});

describe("maskPersonalData", () => {
  const parts = fc.constantFrom(
    "我叫陈志明，",
    "１３８ ００１３ ８０００",
    "身份证440106199001011234",
    "住址：木棉大道12号3栋502室 ",
    "粤A·12345",
    "\u200b",
    "投诉",
    "a@b.cn ",
    "😀",
  );
  const anything = fc.array(fc.oneof(parts, fc.string({ unit: "binary", maxLength: 20 })), { maxLength: 8 }).map((list) => list.join(""));

  it("can be undone with its spans, whatever the text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const masked = maskPersonalData(text);
        let restored = "";
        let at = 0;
        let from = 0;
        for (const span of masked.spans) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          const kept = span.start - at;
          restored += masked.text.slice(from, from + kept) + span.text;
          from += kept + markOf(span.type).length;
          at = span.end;
        }
        expect(restored + masked.text.slice(from)).toBe(text);
      }),
    );
  });
});
