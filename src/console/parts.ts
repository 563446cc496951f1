import type { Context } from "hono";
import type { CuratedDesk } from "../answer/curated/desk.js";
import type { Clock } from "../domain/clock.js";
import type { Knowledge } from "../knowledge/index.js";
import type { Store } from "../store/open.js";
import type { Passwords } from "./passwords.js";
import type { SignInLimits } from "./sign-in-limits.js";
import type { Stylesheet } from "./stylesheet.js";

/** Where the console is mounted; its cookies live below it. */
export const basePath = "/console";

/** What the pages are made of. */
export type ConsoleParts = {
  readonly store: Store;
  readonly knowledge: Pick<Knowledge, "office" | "console" | "lifecycles" | "calendars" | "answerWordings">;
  readonly clock: Clock;
  readonly curated: Pick<CuratedDesk, "approve" | "withdraw">;
  /** True behind https: the cookies then never travel in the clear. */
  readonly secureCookies: boolean;
  readonly passwords: Passwords;
  readonly limits: SignInLimits;
  readonly stylesheet: Stylesheet;
  /** The address that a sign-in comes from: failures are counted by it. */
  addressOf(c: Context): string;
};

/** What a form sent, by field; a field that was not sent is an empty text. */
export type Form = { get(field: string): string };
