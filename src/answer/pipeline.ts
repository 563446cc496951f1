import type { Step } from "./step.js";
import { chosen } from "./steps/chosen.js";
import { clarify } from "./steps/clarify.js";
import { compose } from "./steps/compose.js";
import { contextualise } from "./steps/contextualise.js";
import { converse } from "./steps/converse.js";
import { curated } from "./steps/curated.js";
import { draft } from "./steps/draft.js";
import { emergency } from "./steps/emergency.js";
import { fitFlow } from "./steps/fit-flow.js";
import { flow } from "./steps/flow.js";
import { generate } from "./steps/generate.js";
import { guard } from "./steps/guard.js";
import { handover } from "./steps/handover.js";
import { judge } from "./steps/judge.js";
import { mask } from "./steps/mask.js";
import { normalise } from "./steps/normalise.js";
import { offer } from "./steps/offer.js";
import { ownData } from "./steps/own-data.js";
import { ownRequests } from "./steps/own-requests.js";
import { restart } from "./steps/restart.js";
import { resume } from "./steps/resume.js";
import { retrieve } from "./steps/retrieve.js";
import { route } from "./steps/route.js";
import { situate } from "./steps/situate.js";
import { status } from "./steps/status.js";
import { twoIntents } from "./steps/two-intents.js";

/** What happens to a message, in this order: the first step that replies ends it. The last one always does. */
export const steps: readonly Step[] = [
  normalise, // repairs the text; nothing to read gets a kind word
  restart, // 重新开始: nothing that waits is kept
  chosen, // a button said what kind of message the last one was
  mask, // from here on nobody sees personal data
  emergency, // danger before all else: whom to call, no form
  handover, // a person is asked for
  flow, // a questionnaire that is gone through; its buttons are no detail of a draft
  resume, // an open draft: a place, 确认, 取消
  ownRequests, // 撤回, 催办, 补充, 没解决: of what is filed already
  ownData, // 我的信息: shown, corrected, erased
  contextualise, // what a follow-up leaves out
  route, // what kind of message it is
  clarify, // two kinds are as likely: one short question
  twoIntents, // a complaint and a question in one message
  status, // where a request stands
  converse, // thanks, small talk, attacks, what we do not do
  draft, // a complaint or a disclosure request is drafted
  situate, // which place and which day it is about
  curated, // an answer that staff reviewed
  fitFlow, // does a questionnaire fit the question?
  retrieve, // passages in force, for the place
  judge, // do they answer? else say so
  compose, // an answer in the passages' own words
  generate, // the same in plain words, where a model is set and keeps to them
  guard, // every quote verbatim, every number sourced
  offer, // nothing may be said: offer what can be done
];
