import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { annualReportPage } from "../../src/reports/annual/page.js";
import { form, report } from "../fixtures/annual-report.js";
import { launch, noBrowser } from "./browser.js";

describe.skipIf(noBrowser())("the page of the yearly tables in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });

  const open = async (width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.setContent(annualReportPage(form, report));
    return page;
  };

  it("is accessible", async () => {
    const { violations } = await new AxeBuilder({ page: await open(1200) }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it("prints on one sheet of A4", async () => {
    const pdf = (await (await open(1200)).pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  it("scrolls within the tables on a telephone, never the page", async () => {
    const page = await open(390);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  });
});
