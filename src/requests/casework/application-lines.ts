import type { DisclosureApplication } from "../../domain/disclosure-application.js";
import type { ApplicationWordings } from "../../knowledge/application-wordings.js";

/** An application in full, a line each: for who handles it, never for a list or a log. */
export function applicationLines(application: DisclosureApplication, { elements, values }: ApplicationWordings): readonly string[] {
  return [
    `${elements.name}：${application.name}`,
    `${elements.identity}：${application.identity.number}`,
    `${elements.contact}：${application.contact}`,
    `${elements.form}：${values[application.form]}`,
    `${elements.way}：${values[application.way]}`,
  ];
}
