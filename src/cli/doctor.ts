import { Command } from "commander";
import { describeSettings, readConfig } from "../config.js";
import { systemClock } from "../domain/clock.js";
import { dayInShanghai } from "../domain/plain-date.js";
import { openEligibility } from "../eligibility/index.js";
import { missingCalendar } from "../requests/index.js";
import { neighboursMissing } from "../retrieval/index.js";
import { openServices, type Services } from "../services.js";
import { printWarning } from "./warning.js";

/** `zhengwen doctor` */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("what is set and what it means; whether home and index can be used")
    .option("--json", "print it as JSON")
    .addHelpText("after", "\nExample:\n  zhengwen doctor")
    .action(async (options: { json?: boolean }) => {
      const config = readConfig();
      const settings = describeSettings();
      const services = await openServices(config, systemClock, () => {}, printWarning);
      const { embedder, usable } = services.retrieval.meaning();
      const year = missingCalendar(services);
      const state = {
        node: process.version,
        home: config.home,
        place: services.officePlace,
        index: services.retrieval.generation(),
        meaning: embedder === null ? "words only" : `${embedder}${usable ? "" : " (not at hand: words alone find)"}`,
        neighbours: (await neighboursMissing()) ?? "hnswlib-node is there, for collections above half a million passages",
        "chat model": (await services.chatModel?.check())?.detail ?? "off: set OPENAI_MODEL",
        telegram: config.telegram.mode,
        calendar: year === null ? "this year's working days are known" : `missing for ${year}: add knowledge/calendars/${year}.yml`,
        flows: flowsState(services),
        "personal data": `sealed with the key in ${config.personalDataKeyFile}`,
      };
      services.close();
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ settings, ...state })}\n`);
        return;
      }
      for (const setting of settings) process.stdout.write(`${setting.name.padEnd(20)} ${setting.value.padEnd(28)} ${setting.meaning}\n`);
      process.stdout.write("\n");
      for (const [name, value] of Object.entries(state)) process.stdout.write(`${name.padEnd(20)} ${value}\n`);
    });
}

/** How many questionnaires are offered today, and how many are not. */
function flowsState({ knowledge, retrieval, officePlace, clock }: Services): string {
  const { flows, refused } = knowledge.flows;
  const where = { place: officePlace, asOf: dayInShanghai(clock()) };
  const eligibility = openEligibility(flows, retrieval);
  const complaints = refused.length + eligibility.refused(where).length;
  const offered = `${eligibility.offered(where).length} offered`;
  return complaints === 0 ? offered : `${offered}; ${complaints} complaints about others: zhengwen flows check`;
}
