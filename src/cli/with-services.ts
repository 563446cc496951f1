import { readConfig } from "../config.js";
import { systemClock } from "../domain/clock.js";
import { openServices, type Services } from "../services.js";
import { preparationBar } from "./progress.js";
import { printWarning } from "./warning.js";

/** Opens the services over the configured home, showing progress, and closes them whatever happens. */
export async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const bar = preparationBar();
  const services = await openServices(readConfig(), systemClock, bar.show, printWarning);
  bar.stop();
  services.chatModel?.onRefused(printWarning);
  try {
    return await work(services);
  } finally {
    services.close();
  }
}
