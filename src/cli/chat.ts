import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { shanghaiTime } from "../domain/plain-date.js";
import { takeNews } from "../store/outbox.js";
import { asker } from "./ask.js";
import { placeOption } from "./options.js";
import { formatReply } from "./print-reply.js";
import { withServices } from "./with-services.js";

/** `zhengwen chat` */
export function chatCommand(): Command {
  return new Command("chat")
    .description("talk to the bot in the terminal; 再见 or Ctrl-D ends it")
    .option("--place <place>", "the resident's place; default the office's")
    .option("--conversation <name>", "go on with an earlier dialog of that name, and read its news")
    .addHelpText("after", "\nExamples:\n  zhengwen chat --place 广东省\n  zhengwen chat --conversation 陈大文")
    .action(async (options: { place?: string; conversation?: string }) => {
      await withServices(async (services) => {
        const place = placeOption(services, options.place);
        const ask = asker(services);
        const { answerWordings } = services.knowledge;
        const conversation = options.conversation ?? randomUUID();
        const colour = process.stdout.isTTY === true;
        const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY === true });
        process.stdout.write(
          `${services.knowledge.office.name}政策咨询。直接问就行；按 Ctrl-D 结束。\n${services.knowledge.privacy.first}\n`,
        );
        const showNews = () => {
          const news = takeNews(services.store, "cli", conversation, shanghaiTime(services.clock()));
          for (const reply of news) process.stdout.write(`\n${formatReply(reply, answerWordings, colour)}`);
        };
        showNews();
        terminal.setPrompt("\n您：");
        terminal.prompt();
        for await (const line of terminal) {
          if (/^\s*(?:再见|拜拜|exit|quit)\s*$/i.test(line)) break;
          process.stdout.write(`\n${formatReply(await ask({ text: line, place, asOf: null, conversation }), answerWordings, colour)}`);
          showNews();
          terminal.prompt();
        }
        terminal.close();
        process.stdout.write("\n");
      });
    });
}
