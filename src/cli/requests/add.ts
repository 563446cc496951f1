import { randomUUID } from "node:crypto";
import { Command, Option } from "commander";
import { applicantOf, isDescription, readElement } from "../../answer/application/read-element.js";
import type {
  DisclosureApplication,
  DisclosureElement,
  PartialApplication,
  ProvisionForm,
  ReceiptWay,
} from "../../domain/disclosure-application.js";
import { provisionForms, receiptWays } from "../../domain/disclosure-application.js";
import { ZhengwenError } from "../../domain/errors.js";
import { dayInShanghai, plainDate, shanghaiTime } from "../../domain/plain-date.js";
import { type FilingChannel, filingChannels, type RequestType, requestTypes } from "../../domain/request.js";
import type { CaseParts } from "../../requests/case-parts.js";
import { openRequestDesk } from "../../requests/index.js";
import { audit } from "../../store/audit-log.js";
import { openConversation } from "../../store/conversations.js";
import { staffMember, withCases } from "./parts.js";

type Options = {
  type: RequestType;
  channel: ChannelOption;
  received: string;
  by: string;
  description: string;
  location?: string;
  name?: string;
  identity?: string;
  contact?: string;
  form: ProvisionForm;
  way: ReceiptWay;
  transferred?: true;
  json?: true;
};
/** `post` is registered post, signed for; ordinary post counts from the day on which both sides confirm. */
type ChannelOption = FilingChannel | "post";

const help = `
Day of receipt (政府信息公开条例 Art. 31): handed over at the counter, or signed for, it is --received; by ordinary post, fax and internet it
is the day on which both sides confirm: zhengwen requests act NUMBER confirmed.

Examples:
  zhengwen requests add --type disclosure --channel counter --received 2026-11-20 --by 李经办 \\
    --description "木棉街道2025年绿化养护合同" --name 陈大文 --identity 440106199001011237 --contact 13800138000
  zhengwen requests add --type complaint --channel telephone --received 2026-11-20 --by 李经办 --description "青云路井盖响" --location 青云路12号`;

/** `zhengwen requests add`: what comes on paper, by telephone, or from somebody who cannot write. */
export function addCommand(): Command {
  return new Command("add")
    .description("write down a request that came on paper, by fax, by telephone, or was told at the counter")
    .addOption(new Option("--type <type>", "type of request").choices(requestTypes).default("disclosure"))
    .addOption(new Option("--channel <channel>", "how it came").choices([...filingChannels, "post"]).makeOptionMandatory())
    .requiredOption("--received <date>", "the day on which it came, YYYY-MM-DD")
    .requiredOption("--by <name>", "who writes it down")
    .requiredOption("--description <text>", "what is asked for, or what happened")
    .option("--location <place>", "where, for a complaint")
    .option("--name <name>", "applicant's name, or the organisation's")
    .option("--identity <number>", "identity card number, or unified social credit code")
    .option("--contact <contact>", "telephone, mail or postal address")
    .addOption(new Option("--form <form>", "in which form").choices(provisionForms).default("paper"))
    .addOption(new Option("--way <way>", "how the answer is given").choices(receiptWays).default("pickup"))
    .option("--transferred", "a petition that another organ sent here: within 5 working days it may be sent back")
    .option("--json", "print one JSON value")
    .addHelpText("after", help)
    .action(async (options: Options) => {
      await withCases((parts) => {
        const by = staffMember(parts, options.by).name;
        const receivedOn = plainDate(options.received);
        if (receivedOn > dayInShanghai(parts.clock()))
          throw new ZhengwenError("wrong_use", `--received ${receivedOn} 还没有到，收到的日子不能是将来`);
        const filed = file(parts, options, by, receivedOn);
        const { number, dueOn } = filed.summary;
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ ...filed.summary, code: filed.code, confirmBy: filed.confirmBy, deadline: filed.deadline })}\n`
            : `登记好了：${number}\n查询码 ${filed.code}（只显示这一次，请交给申请人）\n答复期限 ${dueOn ?? "待定"}${filed.deadline ? `  ${filed.deadline.basis}` : ""}\n${filed.confirmBy ? `请在 ${filed.confirmBy} 前与申请人确认收到\n` : ""}`,
        );
      });
    });
}

function file(parts: CaseParts, options: Options, by: string, receivedOn: ReturnType<typeof plainDate>) {
  const { store, clock, knowledge } = parts;
  const desk = openRequestDesk(parts);
  const at = shanghaiTime(clock());
  const description = options.description.trim();
  if (!isDescription(description)) throw new ZhengwenError("wrong_use", `--description：${knowledge.application.problems.description}`);
  const application = options.type === "disclosure" ? { application: applicationOf(options, parts) } : {};
  const reported = options.type === "disclosure" ? { category: null, urgent: false } : desk.classify(description);
  const isReport = options.type === "complaint" || options.type === "help" || options.type === "report";
  return store.transaction(() => {
    const conversation = openConversation(store, "office", randomUUID(), at);
    const { category, urgent } = reported;
    const order = {
      type: options.type,
      description,
      location: options.location ?? null,
      category,
      urgent: isReport && urgent,
      ...application,
    };
    const channel: FilingChannel = options.channel === "post" ? "registered_post" : options.channel;
    const filed = desk.file(order, { conversationId: conversation.id, by, channel, receivedOn, transferred: options.transferred === true });
    audit(store, { at, actor: by, action: "request_added", subject: filed.summary.number ?? "", detail: { channel, receivedOn } });
    return filed;
  });
}

function applicationOf(options: Options, { knowledge, clock }: CaseParts): DisclosureApplication {
  const words = knowledge.application;
  const read = (element: DisclosureElement, text: string | undefined): PartialApplication => {
    if (text === undefined)
      throw new ZhengwenError("wrong_use", `--${element}（${words.elements[element]}）没有写，《政府信息公开条例》第二十九条要求写明`);
    const found = readElement(element, text, words, dayInShanghai(clock()));
    if (found.kind === "problem") throw new ZhengwenError("wrong_use", `--${element}：${words.problems[found.problem]}`);
    return found.kind === "given" ? found.given : {};
  };
  const { name, identity, contact } = {
    ...read("name", options.name),
    ...read("identity", options.identity),
    ...read("contact", options.contact),
  };
  if (name === undefined || identity === undefined || contact === undefined) throw new ZhengwenError("wrong_use", "申请人的信息不全");
  return { applicant: applicantOf(name, identity, words), name, identity, contact, form: options.form, way: options.way };
}
