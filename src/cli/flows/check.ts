import { Command } from "commander";
import { emptyDialog } from "../../answer/dialog.js";
import { tellResult } from "../../answer/flow/tell-result.js";
import { dayInShanghai, type PlainDate } from "../../domain/plain-date.js";
import { openEligibility, runCase, type Where } from "../../eligibility/index.js";
import type { Flow, RefusedFlow } from "../../knowledge/flows/index.js";
import type { Services } from "../../services.js";
import { dateOption } from "../options.js";
import { withServices } from "../with-services.js";

/** `zhengwen flows check`: exit 1 when anything is wrong. */
export function checkCommand(): Command {
  return new Command("check")
    .description("prove every flow, hold it against what is published, and go through its table of cases; exit 1 when anything is wrong")
    .option("--as-of <date>", "the day on which the articles must be in force; default today")
    .option("--json", "print one JSON value")
    .addHelpText("after", "\nExamples:\n  zhengwen flows check\n  zhengwen flows check --as-of 2027-01-01")
    .action((options: { asOf?: string; json?: boolean }) =>
      withServices(async (services) => {
        const complaints = complaintsOfAll(services, dateOption(options.asOf) ?? dayInShanghai(services.clock()));
        const { flows } = services.knowledge.flows;
        const cases = flows.reduce((sum, flow) => sum + flow.cases.length, 0);
        if (options.json) process.stdout.write(`${JSON.stringify({ flows: flows.length, cases, complaints })}\n`);
        else {
          for (const { file, line, what } of complaints) process.stdout.write(`${file}:${line}: ${what}\n`);
          process.stdout.write(`${flows.length} flows, ${cases} cases, ${complaints.length} complaints\n`);
        }
        if (complaints.length > 0) process.exitCode = 1;
      }),
    );
}

function complaintsOfAll(services: Services, asOf: PlainDate): readonly RefusedFlow[] {
  const { knowledge, retrieval, officePlace: place } = services;
  const { flows, refused } = knowledge.flows;
  const unpublished = openEligibility(flows, retrieval).refused({ place, asOf });
  return [...refused, ...unpublished, ...flows.flatMap((flow) => complaintsOfCases(flow, services, { place, asOf }))];
}

/** Cases that come to something else, or to something that may not be said. */
function complaintsOfCases(flow: Flow, { knowledge, retrieval }: Services, where: Where): readonly RefusedFlow[] {
  const file = flow.file.replace(/\.yml$/, ".cases.yml");
  return flow.cases.flatMap((each) => {
    const { situation, standing, wrong } = runCase(flow, each, knowledge.places);
    const line = flow.lineOfCase(each);
    if (wrong !== null) return [{ file, line, what: `${each.why}: ${wrong}` }];
    const open = { id: flow.id, run: "check", answers: situation.answers, tries: 0, paused: false };
    const { status } = tellResult({ flow, open, situation, standing }, { ...where, dialog: emptyDialog }, { knowledge, retrieval });
    return status === `outcome: ${each.outcome}` ? [] : [{ file, line, what: `${each.why}: the guard refuses it (${status})` }];
  });
}
