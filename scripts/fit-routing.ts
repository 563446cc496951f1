import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainForm } from "../src/answer/classify-route.js";
import { decideRoute } from "../src/answer/routing/decide-route.js";
import { openRouteFeatures } from "../src/answer/routing/route-features.js";
import { formatRouteModel, type RouteClass, routeModelFile, unclear } from "../src/knowledge/route-model.js";
import { loadRouteRules, loadRouteThresholds } from "../src/knowledge/routing.js";
import { staticEmbedderFolder } from "../src/models/embedder/choose.js";
import { knowledgeFolder } from "../src/paths.js";
import { softmax } from "../src/text/softmax.js";
import { table } from "./measure/markdown.js";
import { folds } from "./measure/questions.js";
import { record } from "./measure/record.js";
import { printRouteFigures, type RouteFigures, type RouteJudged } from "./measure/route-figures.js";
import { fitRoutes, type RouteExample, type RouteFit, routeLogits, routeModelOf, temperatureOf } from "./measure/route-fit.js";
import { developmentRouteMessages, otherRouteMessages, ownRouteMessages, type RouteMessage } from "./measure/route-messages.js";

/**
 * Fits knowledge/routing-model.tsv on our own messages (training/), and on the development rows where they are, and prints how often it is
 * right on messages that the fitting did not see: folds of our own, and the development rows with none of them in the fit.
 *
 *   npx tsx scripts/fit-routing.ts [--misses] [--record]
 *
 * `--record` writes the figures to docs/benchmarks.md.
 */
const kept = 14_000;
const rules = loadRouteRules(knowledgeFolder);
const thresholds = loadRouteThresholds(knowledgeFolder);
const { fingerprint, read } = openRouteFeatures(rules, staticEmbedderFolder);
const own = [...ownRouteMessages(), ...otherRouteMessages()];
const development = developmentRouteMessages();
const names = [...new Set([...own, ...development].map((each) => each.class))].sort();
const classes: readonly RouteClass[] = names.map((name) => {
  const [route, kind = null] = name.split("/");
  return name === unclear ? { route: null, kind: null } : { route: rules.find((each) => each.route === route)?.route ?? null, kind };
});
type Read = RouteExample & { readonly message: RouteMessage };
const readAll = (messages: readonly RouteMessage[]): readonly Read[] =>
  messages.map((message) => ({
    message,
    features: read(plainForm(message.text)),
    class: names.indexOf(message.class),
    weight: message.weight,
  }));
const ownRead = readAll(own);
const developmentRead = readAll(development);
const all = [...ownRead, ...developmentRead];

const judge = (fit: RouteFit, examples: readonly Read[]) =>
  examples.map((example) => ({ example, logits: routeLogits(fit, example.features), right: example.class, weight: example.weight }));
const heldOut = Array.from({ length: folds }, (_, fold) => {
  const fit = fitRoutes(
    all.filter(({ message }) => message.fold !== fold),
    names.length,
  );
  return judge(
    fit,
    all.filter(({ message }) => message.fold === fold),
  );
}).flat();
const temperature = temperatureOf(heldOut);
const decided = ({ example, logits }: { readonly example: Read; readonly logits: Float64Array }): RouteJudged => {
  const probabilities = softmax(logits.map((logit) => logit / temperature));
  const model = { classes } as Parameters<typeof decideRoute>[1]["model"];
  const { text, class: wanted } = example.message;
  return {
    text,
    wanted: classes[names.indexOf(wanted)]?.route ?? "question",
    ...decideRoute({ probabilities, cues: example.features.cues }, { rules, model, thresholds }),
  };
};
const misses = process.argv.includes("--misses");
const bySource = (source: string) =>
  heldOut.filter(({ example }) => example.message.source === source && example.message.class !== unclear);
process.stdout.write(`temperature ${temperature.toFixed(2)}\n`);
const figures: RouteFigures[] = [
  printRouteFigures("our own messages, folds not seen", bySource("own").map(decided), misses),
  printRouteFigures("the rules' examples, folds not seen", bySource("examples").map(decided), false),
];
if (development.length > 0) {
  figures.push(printRouteFigures("residents' rows, folds not seen", bySource("residents").map(decided), misses));
  figures.push(printRouteFigures("further rows, folds not seen", bySource("further").map(decided), misses));
  const without = judge(fitRoutes(ownRead, names.length), developmentRead);
  const residents = without.filter(({ example }) => example.message.source === "residents");
  figures.push(printRouteFigures("residents' rows, no development row in the fit", residents.map(decided), misses));
}
if (process.argv.includes("--record")) {
  const rows = figures.map(({ what, messages, accuracy, macroF1 }) => [
    `routes: ${what} (${messages})`,
    accuracy.toFixed(3),
    macroF1.toFixed(3),
  ]);
  record("routes-held-out", table(["folded routes", "accuracy", "macro-F1"], rows));
}
const model = routeModelOf(fitRoutes(all, names.length), classes, fingerprint, temperature, kept);
const comment = "What speaks for each kind of message. Fitted by scripts/fit-routing.ts; read by src/knowledge/route-model.ts.";
const content = formatRouteModel(model, comment);
writeFileSync(join(knowledgeFolder, routeModelFile), content);
process.stdout.write(`${model.runs.size} runs, ${(content.length / 1e6).toFixed(2)} MB written to knowledge/${routeModelFile}\n`);
