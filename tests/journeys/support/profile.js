// What the profile shows.

import { awake } from "./page.js";

/** The profile as text: both scales, every competency, and how many answers are kept. */
export async function profileShown(page) {
  const text = (selector) => page.locator(selector).allInnerTexts();
  return {
    scales: await text(".escala"),
    competencies: await text(".comp li"),
    kept: await text(".copia > .meta"),
    next: await text(".huecos a"),
  };
}

/** Opens the profile and waits until it speaks of so many answers. */
export async function openProfile(page, url, answers) {
  await page.goto(`${url}perfil/`);
  await awake(page);
  await keeps(page, answers);
  if (answers > 0) await counted(page);
  return profileShown(page);
}

/** Waits until the items of the course have come and what they say of the answers is on the page. */
export async function counted(page) {
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith(document.documentElement.dataset.banco) && responseEnd > 0),
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Waits until the page says that so many answers are kept. */
export function keeps(page, answers) {
  const words = answers === 0 ? "Todavía no hay respuestas" : `Hay ${answers} respuesta`;
  return page.locator(".copia > .meta", { hasText: words }).waitFor();
}

/** The number of evidences that a scale says it has, `estrategia` or `operacion`. */
export async function evidenceShown(page, scale) {
  const text = await page.locator(`[aria-labelledby="escala-${scale}"] .nota-i`).innerText();
  return /(?:llevas|suman) ([\d,]+)/.exec(text)?.[1];
}

/** The file that «Guardar una copia» hands over: its text and its name. `save` presses the button. */
export async function savedCopy(page, save = () => page.getByRole("button", { name: "Guardar una copia" }).first().click()) {
  const [download] = await Promise.all([page.waitForEvent("download"), save()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}

/** Gives a text to «Restaurar una copia» as a file. */
export const restore = (page, text, name = "copia.json") =>
  page.setInputFiles("#archivo-copia", { name, mimeType: "application/json", buffer: Buffer.from(text) });

/** What the page says about a copy or an erasure. */
export const said = (page) => page.locator(".dicho");
