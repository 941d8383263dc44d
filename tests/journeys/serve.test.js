// `timon serve`: what an author sees while writing.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { copyOfCourse, replace } from "./support/course.js";
import { journey } from "./support/journey.js";
import { open, shows } from "./support/page.js";
import { program, root } from "./support/repository.js";

const FILE = "modulos/m02/l1.md";
const HEADING = "## Preguntas antes que redes {#preguntas-antes-que-redes}";

let course;
let server;
let address;

before(
  async () => {
    course = await copyOfCourse();
    server = serving(course.folder);
    [, address] = await server.says(/El curso está en (http:\S+)/);
  },
  // The first time, the module is compiled.
  { timeout: 900_000 },
);
after(async () => {
  server?.stop();
  await course?.remove();
});

/** A running `timon serve`: `says` waits until it has printed something that it had not been asked about. */
function serving(folder) {
  const child = spawn(program, ["serve", "--port", "0", "--content", folder], { cwd: root });
  let printed = "";
  let renders = 0;
  let waiting = () => {};
  const hear = (text) => {
    printed += text;
    renders += String(text).split("Cambios al día en").length - 1;
    waiting();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const says = (words) =>
    new Promise((done, failed) => {
      waiting = () => {
        const found = words.exec(printed);
        if (!found) return;
        printed = printed.slice(found.index + found[0].length);
        waiting = () => {};
        done(found);
      };
      child.once("exit", () => failed(new Error(`serve ended: ${printed}`)));
      waiting();
    });
  return { says, renders: () => renders, stop: () => child.kill("SIGINT") };
}

/** The status of a path and where it leads, without following it. */
async function asked(path) {
  const response = await fetch(address + path, { redirect: "manual" });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
}

journey("a change of Markdown shows without asking for it", {}, async ({ page }) => {
  await open(page, `${address}/lecciones/m02-l1/`);
  await shows(page.locator("#preguntas-antes-que-redes"), "Preguntas antes que redes");
  await replace(course.folder, FILE, HEADING, HEADING.replace("que redes", "que canales"));
  await shows(page.locator("#preguntas-antes-que-redes"), "Preguntas antes que canales");
  await server.says(/Cambios al día en/);
  await replace(course.folder, FILE, "que canales", "que redes");
  await shows(page.locator("#preguntas-antes-que-redes"), "Preguntas antes que redes");
});

journey("each edit renders once, and reading renders nothing", {}, async ({ page }) => {
  await open(page, `${address}/lecciones/m02-l1/`);
  const heading = page.locator("#preguntas-antes-que-redes");
  const before = server.renders();
  for (const [from, to] of [["que redes", "que uno"], ["que uno", "que dos"], ["que dos", "que redes"]]) {
    await replace(course.folder, FILE, `## Preguntas antes ${from}`, `## Preguntas antes ${to}`);
    await shows(heading, `Preguntas antes ${to}`);
    await server.says(/Cambios al día en/);
    // Composing reads the files too: a server that took that for a change would never stop.
    await readFile(join(course.folder, FILE), "utf8");
  }
  assert.equal(server.renders() - before, 3);
});

journey("an error in the Markdown is printed with its place, and the last good page stays", {}, async ({ page }) => {
  await open(page, `${address}/lecciones/m02-l1/`);
  await replace(course.folder, FILE, 'repasa = "#depende"', 'repasa = "#no-hay"');
  await server.says(/modulos\/m02\/l1\.md:\d+:\d+/);
  await server.says(/Se sigue mostrando la versión anterior/);
  assert.match((await asked("/lecciones/m02-l1/")).text, /m02-l1\/#depende/);
  await shows(page.locator("h1"), "Diagnosticar antes de decidir");

  await replace(course.folder, FILE, 'repasa = "#no-hay"', 'repasa = "#segmentar"');
  await server.says(/Cambios al día en/);
  assert.match((await asked("/lecciones/m02-l1/")).text, /m02-l1\/#segmentar/);
});

test("an address that leads nowhere gives the page for it, with 404", async () => {
  const { status, text } = await asked("/no-existe/");
  assert.equal(status, 404);
  assert.match(text, /Rumbo perdido/);
});

test("a page without its slash is sent to the one that has it", async () => {
  const { status, location } = await asked("/modulos");
  assert.ok([301, 308].includes(status), String(status));
  assert.equal(location, "/modulos/");
  assert.equal((await asked("/modulos/")).status, 200);
});

test("nothing outside the site is given away", async () => {
  for (const path of ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml"]) assert.equal((await asked(path)).status, 404);
});
