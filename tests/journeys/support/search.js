// Looking for something in the course.

import { shows } from "./page.js";

/** Writes what is looked for and waits for what is found, or for its being said that nothing is. */
export async function look(page, words) {
  const told = page.locator(".buscador [role='status']");
  // What was found before is taken away first: its words would pass for an answer.
  await page.fill("#buscar", "");
  await shows(told, "Las tildes y las mayúsculas no importan.");
  await page.fill("#buscar", words);
  await page.waitForFunction(() => /resultado|Nada con/.test(document.querySelector(".buscador [role='status']").textContent));
}
