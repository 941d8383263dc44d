// What the pages may do: nothing inline, nothing from elsewhere, and a policy that the browser enforces.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { answer } from "./support/cases.js";
import { elementsOf, htmlOf } from "./support/html.js";
import { journey } from "./support/journey.js";
import { awake, open } from "./support/page.js";
import { filesOf, KINDS } from "./support/pages.js";
import { restore, said, savedCopy } from "./support/profile.js";
import { sites } from "./support/repository.js";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

for (const site of ["raiz", "curso"]) {
  test(`every page of ${site} has the policy, before anything that it rules`, async () => {
    for (const { file, html } of await htmlOf(site)) {
      const elements = elementsOf(html);
      const policy = elements.findIndex(({ attributes }) => attributes.get("http-equiv") === "Content-Security-Policy");
      assert.equal(elements[policy]?.attributes.get("content"), POLICY, file);
      const ruled = elements.findIndex(({ name }) => ["script", "link", "img", "style"].includes(name));
      assert.ok(policy < ruled, file);
    }
  });

  test(`nothing inline in any page of ${site}`, async () => {
    for (const { file, html } of await htmlOf(site)) {
      for (const { name, attributes } of elementsOf(html)) {
        assert.notEqual(name, "style", file);
        if (name === "script") assert.ok(attributes.get("src"), `${file}: inline script`);
        const inline = [...attributes.keys()].filter((key) => key === "style" || key.startsWith("on"));
        assert.deepEqual(inline, [], `${file}: <${name}>`);
      }
    }
  });

  test(`links of ${site} that leave the course are https and tell nobody where they come from`, async () => {
    let outside = 0;
    for (const { file, html } of await htmlOf(site)) {
      assert.doesNotMatch(html, /javascript:/i, file);
      for (const { name, attributes } of elementsOf(html)) {
        const href = attributes.get("href") ?? attributes.get("src") ?? "";
        if (!/^([a-z][a-z+.-]*:|\/\/)/i.test(href)) continue;
        outside += 1;
        assert.equal(name, "a", `${file}: ${href} is only linked to`);
        assert.match(href, /^https:\/\//, file);
        assert.match(attributes.get("rel") ?? "", /noreferrer|noopener/, `${file}: ${href}`);
      }
    }
    assert.ok(outside > 0, "the course cites something");
  });
}

test("no script or style that we write reaches elsewhere", async () => {
  const ours = (await filesOf("raiz")).filter((file) => /\/(arranque-aula|arranque-tarea|arranque-taller|tema|estilo)-\w+\.(js|css)$/.test(file));
  assert.equal(ours.length, 5);
  for (const file of ours) {
    const text = await readFile(join(sites, "raiz", file), "utf8");
    assert.deepEqual(text.match(/https?:\/\/|@import|\beval\(|javascript:/g), null, file);
  }
});

/** Notes every breach of the policy and every request of the page. */
async function watch(page) {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    window.breaches = [];
    document.addEventListener("securitypolicyviolation", (event) => window.breaches.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return requests;
}

for (const [kind, path] of Object.entries(KINDS)) {
  journey(`${kind}: only its own origin, and no breach of the policy`, {}, async ({ page, url }) => {
    const requests = await watch(page);
    await open(page, url + path);
    assert.deepEqual(await page.evaluate(() => window.breaches), []);
    assert.ok(requests.length >= 4);
    for (const request of requests) assert.ok(request.startsWith(url) || request.startsWith("data:"), request);
  });
}

journey("deciding, copying, erasing and restoring breach nothing and send nothing", { acceptDownloads: true }, async ({ page, url }) => {
  const requests = await watch(page);
  await open(page, `${url}lecciones/m02-l1/`);
  for (const id of ["m02-voluntariado", "m02-tallas", "m02-bodega", "m02-hoteles"]) await answer(page, id);
  assert.deepEqual(await page.evaluate(() => window.breaches), []);
  await page.goto(`${url}perfil/`);
  await awake(page);
  const { text } = await savedCopy(page);
  await page.click("#borrar-datos");
  await page.click("#borrar-si");
  await restore(page, text);
  await said(page).filter({ hasText: "Copia restaurada" }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.breaches), []);
  // A copy is handed over as a `blob:` of the page itself.
  for (const request of requests) assert.ok(request.startsWith(url) || request.startsWith(`blob:${new URL(url).origin}`), request);
});
