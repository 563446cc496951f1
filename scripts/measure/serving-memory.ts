import { readConfig } from "../../src/config.js";
import { systemClock } from "../../src/domain/clock.js";
import type { Place } from "../../src/domain/place.js";
import type { PlainDate } from "../../src/domain/plain-date.js";
import { openServices } from "../../src/services.js";
import { peakMemory } from "./peak-memory.js";
import { developmentQuestions } from "./questions.js";

/** Opens the services of a home, asks the development questions, and prints the most memory that this process had, in MB. */
const [home = "", data = "", asOf = ""] = process.argv.slice(2);
const services = await openServices(readConfig({ ...process.env, ZHENGWEN_HOME: home }), systemClock);
for (const { text } of developmentQuestions(data))
  await services.retrieval.search(text, { place: "广东省" as Place, asOf: asOf as PlainDate, top: 10, scope: "holding" });
process.stdout.write(`${peakMemory()}\n`);
services.close();
