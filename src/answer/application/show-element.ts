import type { DisclosureElement, PartialApplication } from "../../domain/disclosure-application.js";
import type { ApplicationWordings } from "../../knowledge/application-wordings.js";

/** An element as it is repeated to the applicant: enough to see that it is right, too little for who looks over a shoulder. Empty when it is not there. */
export function shownElement(
  element: Exclude<DisclosureElement, "description">,
  application: PartialApplication,
  words: ApplicationWordings,
): string {
  switch (element) {
    case "name":
      return application.name === undefined ? "" : hiddenName(application.name, application.identity?.kind === "credit_code");
    case "identity":
      return application.identity === undefined ? "" : hiddenMiddle(application.identity.number, 4, 4);
    case "contact":
      return application.contact === undefined ? "" : hiddenContact(application.contact);
    case "form":
      return application.form === undefined ? "" : words.values[application.form];
    case "way":
      return application.way === undefined ? "" : words.values[application.way];
  }
}

function hiddenName(name: string, isOrganisation: boolean): string {
  return isOrganisation ? name : `${name.slice(0, 1)}${"*".repeat(Math.max(1, name.length - 1))}`;
}

function hiddenContact(contact: string): string {
  const [user = "", host] = contact.split("@");
  if (host !== undefined) return `${hiddenMiddle(user, 1, 1)}@${host}`;
  return /^\d+$/.test(contact)
    ? hiddenMiddle(contact, 3, 4)
    : `${contact.slice(0, 6)}${"*".repeat(Math.min(6, Math.max(0, contact.length - 6)))}`;
}

function hiddenMiddle(text: string, first: number, last: number): string {
  if (text.length <= first + last) return `${text.slice(0, 1)}${"*".repeat(Math.max(1, text.length - 1))}`;
  return `${text.slice(0, first)}${"*".repeat(text.length - first - last)}${text.slice(-last)}`;
}
