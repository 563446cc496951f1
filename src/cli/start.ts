import { Command } from "commander";
import { readConfig } from "../config.js";
import { systemClock } from "../domain/clock.js";
import { lockService } from "../service-lock.js";
import { openServices } from "../services.js";
import { openStore } from "../store/open.js";
import { preparationBar } from "./progress.js";
import { printWarning } from "./warning.js";

/** `zhengwen start` */
export function startCommand(): Command {
  return new Command("start")
    .description("the service: web chat, console and the configured channels")
    .addHelpText("after", "\nExamples:\n  npm start\n  PORT=9000 zhengwen start\n  TELEGRAM_BOT_TOKEN=… zhengwen start")
    .action(async () => {
      const config = readConfig();
      // makes the folder, or says why it cannot, before anything is locked in it
      openStore(config.home).close();
      const unlock = lockService(config.home);
      try {
        const bar = preparationBar();
        const services = await openServices(config, systemClock, bar.show, printWarning);
        bar.stop();
        // the channels' packages are for this command alone: without them the others start sooner
        const { startService } = await import("../service.js");
        const service = await startService(services);
        print([
          `政问 is ready: ${services.knowledge.office.name}`,
          `  chat      ${service.url}`,
          `  console   ${service.consoleUrl}`,
          ...(service.adminSecret ? [`            one-time admin secret: ${service.adminSecret}`] : []),
          `  channels  ${service.channels.join(", ")}${service.channels.includes("telegram") ? "" : "   (telegram: off, set TELEGRAM_BOT_TOKEN)"}`,
          `  data      ${config.home}`,
          "  stop with Ctrl-C",
        ]);
        await signalled();
        await service.stop();
        services.close();
      } finally {
        unlock();
      }
    });
}

function print(lines: readonly string[]): void {
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let seen = false;
    const onSignal = () => {
      if (seen) process.exit(1);
      seen = true;
      resolve();
    };
    process.on("SIGTERM", onSignal);
    process.on("SIGINT", onSignal);
  });
}
