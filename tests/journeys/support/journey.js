// A journey: a test with a page of its own. One browser and one server per site for each file; a fresh context, and so
// a learner without history, for each test. A journey in which the page complains of an error fails.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";

import { sites } from "./repository.js";
import { serve } from "./server.js";

const BASES = { raiz: "/", curso: "/curso/" };

let browser;
const servers = new Map();

const executablePath = execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
// Playwright turns the back/forward cache off; learners have it on.
const HOW = { executablePath, ignoreDefaultArgs: ["--disable-back-forward-cache"] };

async function launched() {
  browser ??= await chromium.launch(HOW);
  return browser;
}

/** A browser of its own that keeps what it knows in a folder, as one that is closed for the night and opened again. */
export async function browserThatKeeps(folder) {
  const context = await chromium.launchPersistentContext(folder, { ...HOW, locale: "es-ES" });
  context.setDefaultTimeout(10_000);
  return context;
}

/** The address of a site: one of `target/sitios` by its name, or a folder. */
export async function addressOf(site) {
  if (!servers.has(site)) servers.set(site, serve(join(sites, site), BASES[site] ?? "/"));
  return (await servers.get(site)).url;
}

after(async () => {
  await browser?.close();
  for (const server of servers.values()) await (await server).close();
});

/** What a context has said of errors, page by page. */
function listen(context) {
  const errors = [];
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("console", (message) => {
    // A missing page is answered with 404 on purpose, and the browser reports it as an error of the network.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text());
  });
  return errors;
}

/**
 * Registers a journey. `options` may name the `site` (`raiz` unless told), and hold anything that a context takes.
 * `body` receives the page, its context, the address of the course and the errors so far.
 */
export function journey(name, options, body) {
  const { site = "raiz", ...contextOptions } = options;
  test(name, { timeout: 120_000 }, async () => {
    const url = await addressOf(site);
    const context = await (await launched()).newContext({ locale: "es-ES", ...contextOptions });
    context.setDefaultTimeout(10_000);
    const errors = listen(context);
    try {
      await body({ page: await context.newPage(), context, url, errors });
      assert.deepEqual(errors, [], "the page complains of nothing");
    } finally {
      await context.close();
    }
  });
}
