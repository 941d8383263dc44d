// When the browser does not keep what it is given: it is said in plain words, and reading and deciding go on.

import assert from "node:assert/strict";

import { answer, creditShown } from "./support/cases.js";
import { answersStored, DATABASE, putLines, storedLines } from "./support/journal.js";
import { journey } from "./support/journey.js";
import { open, reload, remembers, shows } from "./support/page.js";
import { openProfile, savedCopy } from "./support/profile.js";

const LESSON = "lecciones/m02-l1/";
const ID = "m02-voluntariado";
const OTHER = "m02-hoteles";

const trouble = (page) => page.locator(".aviso-datos");

/** The lesson still reads, a case can be decided, and the message is there until it is dismissed. */
async function goesOn(page, words) {
  await shows(trouble(page), words);
  assert.equal(await trouble(page).getAttribute("role"), "alert");
  await page.locator("#cuatro-cajones").waitFor();
  await answer(page, ID);
  assert.equal(await creditShown(page, ID), "1");
  await shows(trouble(page), words);
  await trouble(page).getByRole("button", { name: "Entendido" }).click();
  await trouble(page).waitFor({ state: "hidden" });
  assert.equal(await creditShown(page, ID), "1");
}

journey("the browser has no storage", {}, async ({ page, url }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await open(page, url + LESSON);
  await goesOn(page, "Este navegador no ofrece almacenamiento");
});

journey("the browser forbids storage", {}, async ({ page, url }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("forbidden", "SecurityError");
    };
  });
  await open(page, url + LESSON);
  await goesOn(page, "El navegador impide guardar datos de este sitio.");
});

journey("the browser fails to open storage", {}, async ({ page, url }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    // A request that fails, as one does when the files of the database are damaged.
    IDBFactory.prototype.open = function (name) {
      const request = open.call(this, name, 1);
      request.addEventListener("upgradeneeded", () => request.transaction.abort());
      return request;
    };
  });
  await open(page, url + LESSON);
  await goesOn(page, "El navegador no consigue abrir tus datos guardados.");
});

/** Makes every writing fail for lack of room while `window.full` holds. */
const fillUp = () => {
  window.full = true;
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...args) {
    if (window.full) throw new DOMException("no room", "QuotaExceededError");
    return add.apply(this, args);
  };
};

journey("there is no room: it is said, nothing is lost, and the next answer writes both", {}, async ({ page, url }) => {
  await page.addInitScript(fillUp);
  await open(page, url + LESSON);
  await answer(page, ID);
  await shows(trouble(page), "No queda espacio para guardar tu última respuesta.");
  await answersStored(page, 0);
  await page.evaluate(() => (window.full = false));
  await answer(page, OTHER);
  await answersStored(page, 2);
  await trouble(page).waitFor({ state: "hidden" });
  await reload(page);
  await page.evaluate(() => (window.full = false));
  for (const id of [ID, OTHER]) await remembers(page, id);
});

journey("a failure that was understood is told again when it happens again", {}, async ({ page, url }) => {
  await page.addInitScript(fillUp);
  await open(page, url + LESSON);
  await answer(page, ID);
  await shows(trouble(page), "No queda espacio");
  await trouble(page).getByRole("button", { name: "Entendido" }).click();
  await trouble(page).waitFor({ state: "hidden" });
  await answer(page, OTHER);
  await shows(trouble(page), "No queda espacio");
});

/** The other way of lacking room: the lines are taken, and the transaction that holds them fails when it closes. */
const failAtTheEnd = () => {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (...args) {
    const request = add.apply(this, args);
    request.addEventListener("success", () => request.transaction.abort());
    return request;
  };
  IDBTransaction.prototype.commit = function () {
    this.abort();
  };
};

journey("there is no room when the writing closes", {}, async ({ page, url }) => {
  await page.addInitScript(failAtTheEnd);
  await open(page, url + LESSON);
  await answer(page, ID);
  await shows(trouble(page), "No queda espacio para guardar tu última respuesta.");
  await answersStored(page, 0);
});

for (const [name, prepare, words] of [
  ["no storage", () => Object.defineProperty(window, "indexedDB", { value: undefined }), "Este navegador no ofrece almacenamiento"],
  ["no room", fillUp, "No queda espacio"],
]) {
  journey(`${name}: the copy that the message advises holds the answer`, { acceptDownloads: true }, async ({ page, url }) => {
    await page.addInitScript(prepare);
    await open(page, url + LESSON);
    await answer(page, ID);
    await shows(trouble(page), words);
    await shows(trouble(page), "guarda una copia");
    // Here and now: another page would not have the answer.
    const { eventos } = JSON.parse((await savedCopy(page)).text);
    assert.equal(eventos.filter((line) => JSON.parse(line).que === "respuesta").length, 1);
  });
}

journey("the data are of a newer version: nothing of them is touched", {}, async ({ page, url }) => {
  // A page that stays asleep, to make the database before the course does.
  await page.route("**/arranque-*.js", (route) => route.abort());
  await page.goto(url + LESSON);
  await page.evaluate(makeNewer, DATABASE);
  const before = await page.evaluate(readNewer, DATABASE);
  await page.unroute("**/arranque-*.js");
  await open(page, url + LESSON);
  await goesOn(page, "Tus datos los escribió una versión más nueva del curso.");
  assert.deepEqual(await page.evaluate(readNewer, DATABASE), before);
  assert.deepEqual(before, { version: 99, stores: ["cosas", "eventos"], values: [{ v: 99 }, "una línea del futuro"] });
});

const makeNewer = (name) =>
  new Promise((done) => {
    const opening = indexedDB.open(name, 99);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("cosas").put({ v: 99 }, "a");
      opening.result.createObjectStore("eventos").put("una línea del futuro", "b");
    };
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
  });

const readNewer = (name) =>
  new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const database = opening.result;
      const stores = [...database.objectStoreNames];
      const transaction = database.transaction(stores);
      const values = stores.map((store) => transaction.objectStore(store).getAll());
      transaction.oncomplete = () => {
        const read = { version: database.version, stores, values: values.flatMap((request) => request.result) };
        database.close();
        done(read);
      };
    };
  });

const STRANGE = [
  ["a-rota", '{"v":1,"id":"a-rota","cuando":'],
  ["b-nada", "esto no es JSON: ñ, «comillas» y \\u0000"],
  ["c-nueva", '{"v":99,"id":"c-nueva","cuando":1,"que":"sueño","extra":[1, 2]}'],
  ["d-otra", '{"v":1,"id":"d-otra","cuando":2,"que":"una clase nueva"}'],
];

journey("lines that cannot be read are kept byte for byte, told, and copied", { acceptDownloads: true }, async ({ page, url }) => {
  await open(page, url + LESSON);
  await putLines(page, STRANGE);
  await reload(page);
  const words = "Hay 2 registros de una versión más nueva del curso. Vuelve a cargar la página para verlos. Hay 2 registros que no se pueden leer.";
  await shows(trouble(page), words);
  await answer(page, ID);
  await answersStored(page, 1);
  await shows(trouble(page), "Se conservan como están y el resto funciona con normalidad.");
  const strange = (lines) => lines.filter(([id]) => STRANGE.some(([other]) => other === id));
  assert.deepEqual(strange(await storedLines(page)), STRANGE);

  await openProfile(page, url, 1);
  const { eventos } = JSON.parse((await savedCopy(page)).text);
  for (const [, line] of STRANGE) assert.ok(eventos.includes(line), line);
  assert.equal(eventos.length, (await storedLines(page)).length);
});
