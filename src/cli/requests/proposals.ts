import { Command } from "commander";
import { emptyDialog } from "../../answer/dialog.js";
import { ZhengwenError } from "../../domain/errors.js";
import type { Place } from "../../domain/place.js";
import type { Citation } from "../../domain/reply.js";
import { proactiveProposals } from "../../requests/alike-requests.js";
import { proposedWatches, tellWatch, type WatchProposal } from "../../requests/watches.js";
import type { Services } from "../../services.js";
import { disclosuresAskedFor } from "../../store/requests.js";
import { withServices } from "../with-services.js";
import { staffMember } from "./parts.js";

/** `zhengwen requests proposals`: what the office could do unasked. */
export function proposalsCommand(): Command {
  return new Command("proposals")
    .description("who waits for an answer that is published now; what several applicants ask for (Art. 44)")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExamples:\n  zhengwen requests proposals\n  zhengwen requests tell 3 --by 李经办")
    .action(async ({ json }: { json?: true }) => {
      await withServices(async (services) => {
        const watches = await proposedWatches(services.store, answerOf(services));
        const proactive = proactiveProposals(disclosuresAskedFor(services.store), services.knowledge.doubts);
        const lines = [
          "以前没答上、现在公布了的（核对后告诉提问的人：zhengwen requests tell 编号 --by 姓名）",
          ...(watches.length === 0
            ? ["  没有"]
            : watches.map(
                ({ watch, citation }) => `  ${watch.id}  ${watch.question}  → 《${citation.document}》${citation.article ?? ""}`,
              )),
          "",
          "多人申请同样的信息，可以考虑主动公开（《政府信息公开条例》第四十四条）",
          ...(proactive.length === 0
            ? ["  没有"]
            : proactive.map(({ description, applicants, numbers }) => `  ${applicants}人  ${description}  （${numbers.join("、")}）`)),
        ];
        process.stdout.write(json ? `${JSON.stringify({ watches, proactive })}\n` : `${lines.join("\n")}\n`);
      });
    });
}

/** `zhengwen requests tell`: tells who asked once that there is an answer now. */
export function tellCommand(): Command {
  return new Command("tell")
    .description("tell who asked that it is published now, with the citation; what requests proposals lists")
    .argument("<id>", "the number that requests proposals prints")
    .requiredOption("--by <name>", "who looked at it and tells")
    .addHelpText("after", "\nExample:\n  zhengwen requests tell 3 --by 李经办")
    .action(async (id: string, { by }: { by: string }) => {
      await withServices(async (services) => {
        const { name } = staffMember(services, by);
        const proposals = await proposedWatches(services.store, answerOf(services));
        const proposal: WatchProposal | undefined = proposals.find(({ watch }) => String(watch.id) === id.trim());
        if (!proposal) throw new ZhengwenError("not_found", `没有编号 ${id} 的提议；zhengwen requests proposals 列出现有的`);
        tellWatch(services, proposal, name);
        process.stdout.write(`已经告诉提问的人：《${proposal.citation.document}》${proposal.citation.article ?? ""}\n`);
      });
    });
}

/** What the bot would cite today; nothing is written. */
function answerOf({ consultation }: Services): (question: string, place: string) => Promise<readonly Citation[]> {
  return async (text, place) => {
    const message = { channel: "cli", updateId: "", conversation: "", text, choice: null, place: place as Place } as const;
    const { reply } = await consultation.rehearse(message, null, emptyDialog);
    return reply.outcome === "answered" || reply.outcome === "answered_partly" ? reply.citations : [];
  };
}
