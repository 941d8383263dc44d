// Nothing moves when the islands wake: neither for a new learner nor for one with answers.

import assert from "node:assert/strict";

import { answer } from "./support/cases.js";
import { journey } from "./support/journey.js";
import { holdModule, open, remembers } from "./support/page.js";
import { KINDS } from "./support/pages.js";
import { openProfile } from "./support/profile.js";

const WIDTHS = { 360: { width: 360, height: 740 }, 1280: { width: 1280, height: 800 } };

/** Keeps what moves in each page of the context: how much, and the words of what moved. */
const watch = () => {
  window.moved = [];
  const describe = ({ node, previousRect, currentRect }) =>
    `${node?.className ?? node?.nodeName} «${node?.textContent?.slice(0, 40)}» ${previousRect.x},${previousRect.y} → ${currentRect.x},${currentRect.y}`;
  const note = (list) => list.getEntries().forEach((shift) => window.moved.push(...shift.sources.map(describe)));
  window.observer = new PerformanceObserver(note);
  window.observer.observe({ type: "layout-shift", buffered: true });
  window.note = () => note({ getEntries: () => window.observer.takeRecords() });
};

/** What has moved, once everything that the islands wrote has been painted. */
const moved = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        const painted = () => {
          window.note();
          done(window.moved);
        };
        requestAnimationFrame(() => requestAnimationFrame(painted));
      }),
  );

/** Two frames later: what was there has been painted. */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Opens the page anew and checks that it stays still, also in the middle of it. */
async function staysStill(page, address, settled = async () => {}) {
  for (const height of [0, 0.5, 0.8]) {
    await open(page, address);
    await page.evaluate((height) => scrollTo({ top: document.documentElement.scrollHeight * height, behavior: "instant" }), height);
    const wake = await holdModule(page);
    // The browser comes back to this place before the islands wake.
    await page.reload({ waitUntil: "commit" });
    await page.waitForFunction(() => document.readyState !== "loading");
    // What moved so far is how the page arrived, and not the islands' doing.
    await painted(page);
    await page.evaluate(() => {
      window.note();
      window.moved = [];
    });
    await wake();
    await settled();
    assert.deepEqual(await moved(page), [], `${address} from ${height}`);
  }
}

for (const [width, viewport] of Object.entries(WIDTHS)) {
  for (const [kind, path] of Object.entries(KINDS)) {
    journey(`${kind}, at ${width}, new learner`, { viewport }, async ({ page, url }) => {
      await page.addInitScript(watch);
      await staysStill(page, url + path);
    });
  }

  journey(`lesson, at ${width}, with answers`, { viewport }, async ({ page, url }) => {
    await page.addInitScript(watch);
    await open(page, `${url}lecciones/m02-l1/`);
    const ids = ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"];
    for (const id of ids) await answer(page, id);
    await staysStill(page, `${url}lecciones/m02-l1/`, async () => {
      for (const id of ids) await remembers(page, id);
    });
  });

  journey(`steps and ratings, at ${width}, with answers`, { viewport }, async ({ page, url }) => {
    await page.addInitScript(watch);
    for (const [lesson, id] of [["m02-l2", "m02-veterinaria"], ["m02-l3", "m02-dos-estrenos"]]) {
      await open(page, `${url}lecciones/${lesson}/`);
      await answer(page, id);
      await staysStill(page, `${url}lecciones/${lesson}/`, () => remembers(page, id));
    }
  });

  journey(`front page, index and profile, at ${width}, with answers`, { viewport }, async ({ page, url }) => {
    await page.addInitScript(watch);
    await open(page, `${url}lecciones/m02-l1/`);
    for (const id of ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"]) await answer(page, id);
    await open(page, `${url}lecciones/m02-l2/`);
    await answer(page, "m02-natacion");
    await staysStill(page, url, () => page.locator(".adelante a", { hasText: "Continuar" }).waitFor());
    await staysStill(page, `${url}modulos/`, () => page.locator(".indice", { hasText: "de 4 lecciones" }).waitFor());
    await staysStill(page, `${url}modulos/m02/`, () => page.locator(".adelante a", { hasText: "Continuar" }).waitFor());
    await openProfile(page, url, 5);
    await staysStill(page, `${url}perfil/`, () => page.locator(".copia > .meta", { hasText: "Hay 5 respuestas" }).waitFor());
  });
}

// A slow network cuts the page anywhere: also in the middle of a row of controls.
for (const [width, viewport] of Object.entries(WIDTHS)) {
  journey(`controls keep their place while the rest of their row arrives, at ${width}`, { viewport }, async ({ page, url }) => {
    for (const lesson of ["m02-l1", "m02-l3"]) {
      await open(page, `${url}lecciones/${lesson}/`);
      const [whole, cut] = await page.evaluate(() => {
        const rows = [...document.querySelectorAll(".fila .segmentos")];
        const widths = () => rows.map((row) => row.querySelector("label").getBoundingClientRect().width);
        const whole = widths();
        rows.forEach((row) => row.querySelectorAll("label + label").forEach((label) => label.remove()));
        return [whole, widths()];
      });
      assert.ok(whole.length > 0, `${lesson} has rows`);
      assert.deepEqual(cut, whole, lesson);
    }
  });
}
