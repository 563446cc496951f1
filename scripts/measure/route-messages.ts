import { existsSync, readFileSync } from "node:fs";
import { className, unclear } from "../../src/knowledge/route-model.js";
import { loadRouteRules } from "../../src/knowledge/routing.js";
import { knowledgeFolder } from "../../src/paths.js";
import { ownCategoryMessages } from "./category-messages.js";
import { foldOf } from "./questions.js";

/** Where a message comes from: our own of the routes, the rules' examples, our other training texts, the residents' development rows, or the further ones. */
export type RouteSource = "own" | "examples" | "other" | "residents" | "further";

/** A message with the name of its class, as the model has it. */
export type RouteMessage = {
  readonly text: string;
  readonly class: string;
  readonly weight: number;
  readonly source: RouteSource;
  readonly fold: number;
};

const folder = "training/routing";
const data = "../shared/data";
const unescaped = (text: string) => text.replaceAll("\\n", "\n");

function linesOf(path: string): string[][] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map((line) => line.split("\t"));
}

function message(text: string, name: string, weight: number, source: RouteSource): RouteMessage {
  return { text, class: name, weight, source, fold: foldOf(text) };
}

/** Our own messages: of every route, with the kinds of the attacks. */
export function ownRouteMessages(): readonly RouteMessage[] {
  const { routes, kinds } = routesAndKinds();
  return [
    ...routes.flatMap((route) =>
      linesOf(`${folder}/${route}.tsv`).map(([text = "", kind]) =>
        message(unescaped(text), kind && kinds.has(kind) ? className({ route, kind }) : route, 1, "own"),
      ),
    ),
    ...linesOf(`${folder}/neutral.tsv`).map(([text = ""]) => message(unescaped(text), unclear, 1, "own")),
    ...loadRouteRules(knowledgeFolder).flatMap(({ route, examples }) => examples.map((text) => message(text, route, 1, "examples"))),
  ];
}

/** The kinds of attacks that our own messages name. */
function routesAndKinds() {
  const routes = loadRouteRules(knowledgeFolder).map(({ route }) => route);
  return { routes, kinds: new Set(linesOf(`${folder}/attack.tsv`).flatMap(([, kind]) => (kind ? [kind] : []))) };
}

const likeQuestion = /[?？]|吗|怎么|如何|多少|能不能|可以/;

/** Our training texts of other models: questions that laws answer, and matters that staff look into. They count little. */
export function otherRouteMessages(): readonly RouteMessage[] {
  const questions = ["consumer", "family", "government", "housing", "labour"].flatMap((name) => linesOf(`training/questions/${name}.tsv`));
  return [
    ...questions.map(([text = ""]) => message(text, "question", 0.1, "other")),
    ...ownCategoryMessages()
      .filter(({ text }) => !likeQuestion.test(text))
      .map(({ text }) => message(text, "complaint", 0.2, "other")),
  ];
}

/** The development rows, when they are here: only coefficients fitted from them are kept. */
export function developmentRouteMessages(): readonly RouteMessage[] {
  if (!existsSync(data)) return [];
  const rows = (file: string) =>
    readFileSync(`${data}/${file}`, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, string>);
  const of = (file: string, weight: number, wanted: (row: Record<string, string>) => string) =>
    rows(file).map((row) =>
      message(row["text"] ?? row["question"] ?? "", wanted(row), weight, file.startsWith("residents/") ? "residents" : "further"),
    );
  return [
    ...of("residents/questions.jsonl", 1, () => "question"),
    ...of("residents/unanswerable.jsonl", 1, () => "question"),
    ...of("residents/complaints.jsonl", 1, () => "complaint"),
    ...of("residents/disclosures.jsonl", 1, (row) => row["really"] ?? "disclosure"),
    ...of("residents/smalltalk.jsonl", 1, () => "smalltalk"),
    ...of("residents/status.jsonl", 1, () => "status"),
    ...of("residents/attacks.jsonl", 1, () => "attack"),
    ...of("messages/messages.jsonl", 0.5, () => "complaint"),
    ...of("stard/queries.jsonl", 0.2, () => "question"),
  ];
}
