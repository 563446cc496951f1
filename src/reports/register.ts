import type { AnnualReportForm } from "../knowledge/annual-report.js";
import type { ConsoleWords } from "../knowledge/index.js";
import type { RegisteredRequest } from "../store/disclosure-register.js";
import { isCarriedOver, isNew } from "./annual/register-entry.js";
import type { CellValue } from "./csv.js";

/**
 * The requests that a year's register shows: those that the yearly table counts (received in the year, or before it and still open), and
 * those filed in the year whose receipt was not confirmed.
 */
export function registerOfYear(requests: readonly RegisteredRequest[], year: number): readonly RegisteredRequest[] {
  return requests.filter(
    (each) => isNew(each, year) || isCarriedOver(each, year) || (each.receivedOn === null && each.filedOn.startsWith(`${year}-`)),
  );
}

/** The register as rows with Chinese words, its titles first; no personal data. */
export function registerRows(
  { register, disclosure }: Pick<AnnualReportForm, "register" | "disclosure">,
  states: ConsoleWords["requestStates"],
  requests: readonly RegisteredRequest[],
): readonly (readonly CellValue[])[] {
  const { columns, channels, outcomes, grounds } = register;
  const { number, receivedOn, channel, applicant, state, dueOn, endedOn, outcome, ground } = columns;
  const { natural_person } = disclosure.columns;
  return [
    [number, receivedOn, channel, applicant, state, dueOn, endedOn, outcome, ground],
    ...requests.map((each) => [
      each.number,
      each.receivedOn,
      channels[each.channel],
      each.applicant === null
        ? null
        : each.applicant === "natural_person"
          ? natural_person
          : `${disclosure.organisations}/${disclosure.columns[each.applicant]}`,
      states[each.state],
      each.dueOn,
      each.endedOn,
      each.result === null ? null : outcomes[each.result.outcome],
      each.result?.ground ? grounds[each.result.ground] : null,
    ]),
  ];
}
