import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { emptyDialog } from "../../answer/dialog.js";
import { flowChoiceId } from "../../answer/flow/flow-choice.js";
import type { PlainDate } from "../../domain/plain-date.js";
import type { Reply } from "../../domain/reply.js";
import type { Services } from "../../services.js";
import { dateOption } from "../options.js";
import { formatReply } from "../print-reply.js";
import { withServices } from "../with-services.js";
import { flowNamed } from "./flow-named.js";

/** `zhengwen flows try ID` */
export function tryCommand(): Command {
  return new Command("try")
    .description("go through a flow in the terminal as a resident would; nothing is stored")
    .argument("<id>", "as `zhengwen flows list` names it")
    .argument("[answers...]", "answers in their order, instead of typing them: labels, numbers of buttons, amounts, dates")
    .option("--as-of <date>", "the day that is asked about; default today")
    .option("--json", "print the replies as one JSON value")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen flows try annual_leave\n  zhengwen flows try annual_leave 满了 2015年9月1日 没有寒暑假 都没有",
    )
    .action((id: string, answers: readonly string[], options: { asOf?: string; json?: boolean }) =>
      withServices(async (services) => {
        const flow = flowNamed(id);
        const say = speaker(services, dateOption(options.asOf));
        const replies: Reply[] = [];
        const show = (reply: Reply) => {
          replies.push(reply);
          if (!options.json)
            process.stdout.write(`${formatReply(reply, services.knowledge.answerWordings, process.stdout.isTTY === true)}\n`);
          return reply;
        };
        let reply = show(await say("", flowChoiceId({ kind: "begin", flow: flow.id })));
        for await (const text of saidBy(answers)) {
          reply = show(await say(text, null));
          if (reply.kind !== "flow") break;
        }
        if (options.json) process.stdout.write(`${JSON.stringify(replies)}\n`);
      }),
    );
}

/** A dialog that is kept here and nowhere else. */
function speaker({ consultation }: Services, asOf: PlainDate | null) {
  let dialog = emptyDialog;
  return async (text: string, choice: string | null): Promise<Reply> => {
    const message = {
      channel: "cli",
      updateId: "try",
      conversation: "try",
      text: text === "" ? (choice ?? "") : text,
      choice,
      place: null,
    } as const;
    const said = await consultation.rehearse(message, asOf, dialog);
    dialog = said.dialog;
    return said.reply;
  };
}

async function* saidBy(answers: readonly string[]): AsyncGenerator<string> {
  if (answers.length > 0) {
    yield* answers;
    return;
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr, prompt: "> " });
  lines.prompt();
  for await (const line of lines) {
    yield line;
    lines.prompt();
  }
}
