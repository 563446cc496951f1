import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { z } from "zod";
import type { DialogState } from "../answer/dialog.js";
import { emptyDialog } from "../answer/dialog.js";
import { ZhengwenError } from "../domain/errors.js";
import type { IncomingMessage } from "../domain/message.js";
import type { Place } from "../domain/place.js";
import { isPlainDate, type PlainDate } from "../domain/plain-date.js";
import type { Reply } from "../domain/reply.js";
import type { Services } from "../services.js";
import { runBatch } from "./batch.js";
import { dateOption, placeOption } from "./options.js";
import { formatReply } from "./print-reply.js";
import { progressBar } from "./progress.js";
import { withServices } from "./with-services.js";

type Options = { place?: string; asOf?: string; conversation?: string; json?: boolean; dryRun?: boolean; batch?: string; out?: string };

/** `zhengwen ask` */
export function askCommand(): Command {
  return new Command("ask")
    .description("one consultation, answered and logged as a channel does")
    .argument("[text]", "the question, as a resident asks it")
    .option("--place <place>", "the resident's place; default the office's")
    .option("--as-of <date>", "the day asked about, YYYY-MM-DD; default today")
    .option("--conversation <id>", "go on with an earlier dialog")
    .option("--json", "print the whole reply as JSON")
    .option("--dry-run", "write nothing")
    .option("--batch <file>", "rows {id, text, place?, asOf?, conversation?} as JSON lines")
    .option("--out <file>", "where the answers of --batch go, {id, reply, ms} each")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen ask 二婚还能再生一个吗\n  zhengwen ask 办居住证要带什么 --place 广东 --json\n  zhengwen ask --batch in.jsonl --out out.jsonl --dry-run",
    )
    .action(async (text: string | undefined, options: Options) => {
      const asOf = dateOption(options.asOf);
      if (options.batch !== undefined && options.out === undefined) throw new ZhengwenError("wrong_use", "--batch needs --out");
      if (options.batch === undefined && text === undefined)
        throw new ZhengwenError("wrong_use", "ask takes a text, or --batch with --out");
      await withServices(async (services) => {
        const place = placeOption(services, options.place);
        if (options.batch !== undefined && options.out !== undefined) {
          await askBatch(services, options.batch, options.out, options.dryRun === true, place, asOf);
          return;
        }
        const ask = options.dryRun ? rehearser(services) : asker(services);
        const reply = await ask({ text: text ?? "", place, asOf, conversation: options.conversation ?? randomUUID() });
        if (options.json) process.stdout.write(`${JSON.stringify(reply)}\n`);
        else process.stdout.write(formatReply(reply, services.knowledge.answerWordings, process.stdout.isTTY === true));
      });
    });
}

export type Asked = { readonly text: string; readonly place: Place | null; readonly asOf: PlainDate | null; readonly conversation: string };

/** Answers one message; the next of the same conversation is asked when this one is answered. */
export type Ask = (asked: Asked) => Promise<Reply>;

/** Answers and writes the records of a channel: inbox, consultation, outbox. */
export function asker(services: Services): Ask {
  return async (asked) => (await services.deliver(incoming(asked), asked.asOf)).reply;
}

/** Answers without writing; the dialogs live as long as the returned function. */
function rehearser(services: Services): Ask {
  const dialogs = new Map<string, DialogState>();
  return async (asked) => {
    const known = dialogs.get(asked.conversation) ?? emptyDialog;
    const { reply, dialog } = await services.consultation.rehearse(incoming(asked), asked.asOf, known);
    dialogs.set(asked.conversation, dialog);
    return reply;
  };
}

function incoming({ text, place, conversation }: Asked): IncomingMessage {
  return { channel: "cli", updateId: randomUUID(), conversation, text, choice: null, place };
}

const id = z.union([z.string(), z.number()]);
const row = z.object({
  id,
  text: z.string(),
  place: z.string().nullish(),
  asOf: z.string().refine(isPlainDate, "not a date YYYY-MM-DD").nullish(),
  conversation: id.nullish(),
});

async function askBatch(
  services: Services,
  input: string,
  output: string,
  dryRun: boolean,
  place: Place | null,
  asOf: PlainDate | null,
): Promise<void> {
  const ask = dryRun ? rehearser(services) : asker(services);
  const bar = progressBar("answering");
  const malformed = await runBatch({
    in: input,
    out: output,
    schema: row.transform((each, context) => {
      try {
        return { ...each, place: each.place ? services.knowledge.places.read(each.place) : place };
      } catch (cause) {
        context.addIssue({ code: "custom", message: cause instanceof Error ? cause.message : String(cause) });
        return z.NEVER;
      }
    }),
    answer: async (each) => {
      const begun = performance.now();
      const conversation = each.conversation == null ? randomUUID() : String(each.conversation);
      const reply = await ask({
        text: each.text,
        place: each.place,
        asOf: (each.asOf as PlainDate | null | undefined) ?? asOf,
        conversation,
      });
      return { id: each.id, reply, ms: performance.now() - begun };
    },
    progress: bar.update,
  });
  bar.stop();
  if (malformed > 0) process.exitCode = 1;
}
