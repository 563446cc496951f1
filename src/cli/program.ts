import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { packageFile } from "../paths.js";
import { askCommand } from "./ask.js";
import { chatCommand } from "./chat.js";
import { curatedCommand } from "./curated.js";
import { deadlineCommand } from "./deadline.js";
import { doctorCommand } from "./doctor.js";
import { documentCommand } from "./document.js";
import { evalCommand } from "./eval.js";
import { exitCodeOf, messageOf } from "./exit-code.js";
import { flowsCommand } from "./flows.js";
import { importCommand } from "./import.js";
import { letterCommand } from "./letter.js";
import { maskCommand } from "./mask.js";
import { modelCommand } from "./model.js";
import { reindexCommand } from "./reindex.js";
import { reportCommand } from "./report.js";
import { requestsCommand } from "./requests.js";
import { searchCommand } from "./search.js";
import { staffCommand } from "./staff.js";
import { startCommand } from "./start.js";

/** All commands, in the order in which a newcomer needs them. */
function program(): Command {
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const root = new Command("zhengwen")
    .description("政问: answers residents from what their government published, or logs a request with a due date")
    .version(version)
    .showHelpAfterError("(zhengwen --help lists the commands)");
  for (const command of [
    startCommand(),
    askCommand(),
    chatCommand(),
    searchCommand(),
    importCommand(),
    reindexCommand(),
    modelCommand(),
    documentCommand(),
    maskCommand(),
    evalCommand(),
    requestsCommand(),
    staffCommand(),
    curatedCommand(),
    flowsCommand(),
    deadlineCommand(),
    letterCommand(),
    reportCommand(),
    doctorCommand(),
  ]) {
    root.addCommand(command);
  }
  throwInsteadOfExit(root);
  return root;
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const below of command.commands) throwInsteadOfExit(below);
}

/** Runs one command line; what goes wrong is one sentence on stderr. Returns the exit code: 0 done, 1 failed, 2 wrong use. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (cause) {
    // commander has already said what is wrong with the words
    if (!(cause instanceof CommanderError)) process.stderr.write(`zhengwen: ${messageOf(cause)}\n`);
    return exitCodeOf(cause);
  }
}
