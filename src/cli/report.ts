import { Command } from "commander";
import { type Clock, systemClock } from "../domain/clock.js";
import { annualCommand } from "./report/annual.js";
import { openingCommand } from "./report/opening.js";
import { registerCommand } from "./report/register.js";
import { reviewCommand } from "./report/review.js";
import { timelinessCommand } from "./report/timeliness.js";

const examples = `
Examples:
  zhengwen report annual --year 2026
  zhengwen report annual --year 2026 --out 年报.html
  zhengwen report register --year 2026 --out 登记簿.xlsx
  zhengwen report timeliness --from 2026-01-01 --to 2026-06-30`;

/** `zhengwen report`: the yearly tables on disclosure requests (政府信息公开条例 Arts. 49, 50), the register behind them, and how fast requests are answered. */
export function reportCommand(clock: Clock = systemClock): Command {
  return new Command("report")
    .description("the yearly report on disclosure requests, the register behind it, reviews and suits, timeliness")
    .addHelpText("after", examples)
    .addCommand(annualCommand(clock))
    .addCommand(openingCommand(clock))
    .addCommand(reviewCommand(clock))
    .addCommand(registerCommand(clock))
    .addCommand(timelinessCommand(clock));
}
