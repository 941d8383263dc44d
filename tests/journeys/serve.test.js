// `timon serve`: what an author sees while writing.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { copyOfCourse, replace } from "./support/course.js";
import { journey } from "./support/journey.js";
import { open, shows } from "./support/page.js";
import { program, root, timon } from "./support/repository.js";

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

/**
 * A running `timon serve`: `says` waits until it has printed something that it had not been asked about; `times` counts
 * what it has said since it began. `file` is the program, and `env` is added to its environment.
 */
function serving(folder, { file = program, env = {} } = {}) {
  const child = spawn(file, ["serve", "--port", "0", "--content", folder], { cwd: root, env: { ...process.env, ...env } });
  let printed = "";
  let all = "";
  let waiting = () => {};
  const hear = (text) => {
    printed += text;
    all += text;
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
  const times = (words) => all.split(words).length - 1;
  return { says, times, stop: () => child.kill("SIGINT") };
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

test("while a case is being written, a plan that is not met is said and the page goes on", async () => {
  await replace(course.folder, "plano.toml", '"estrategia.diagnostico" = { unica = 5,', '"estrategia.diagnostico" = { unica = 6,');
  await server.says(/error\[E180\]/);
  await server.says(/Cambios al día en/);
  const out = `${course.folder}-fuera`;
  const { code, error } = await timon("build", "--content", course.folder, "--out", out);
  assert.equal(code, 1);
  assert.match(error, /E180/);
  await assert.rejects(readdir(out), { code: "ENOENT" }, "it is not published");
  await replace(course.folder, "plano.toml", '"estrategia.diagnostico" = { unica = 6,', '"estrategia.diagnostico" = { unica = 5,');
  await server.says(/Cambios al día en/);
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

test("each edit composes the course once, and reading it does not", async () => {
  const copy = await copyOfCourse();
  const one = serving(copy.folder);
  await one.says(/El curso está en/);
  for (const [from, to] of [["que redes", "que canales"], ["que canales", "que nada"], ["que nada", "que redes"]]) {
    await replace(copy.folder, FILE, `## Preguntas antes ${from} {`, `## Preguntas antes ${to} {`);
    await one.says(/Cambios al día en/);
  }
  // Both open every file of the course, and starting a server takes far longer than the quiet that follows a change.
  assert.equal((await timon("check", "--content", copy.folder)).code, 0);
  const other = serving(copy.folder);
  await other.says(/El curso está en/);
  other.stop();
  one.stop();
  await copy.remove();
  assert.equal(one.times("Cambios al día en"), 3);
});

test("a change of code starts the new program, although cargo has replaced the file of the old one", async () => {
  // It would see the change as well.
  server.stop();
  const folder = await mkdtemp(join(tmpdir(), "timon-programa-"));
  const [file, cargo] = [join(folder, "timon"), join(folder, "cargo")];
  await copyFile(program, file);
  // Compiling is not what is tried here: this cargo only does what the real one does to the file.
  const script = `#!/bin/sh\ncase "$*" in "build --bin timon") rm '${file}' && cp '${program}' '${file}';; *) exec cargo "$@";; esac\n`;
  await writeFile(cargo, script, { mode: 0o755 });
  const changed = join(root, "src", "cambio-de-prueba.rs");
  const one = serving(course.folder, { file, env: { CARGO: cargo } });
  try {
    await one.says(/El curso está en/);
    await writeFile(changed, "");
    await one.says(/El código ha cambiado: compilando/);
    const [said] = await one.says(/El curso está en|no se ha podido volver a empezar.*/);
    assert.equal(said, "El curso está en");
  } finally {
    one.stop();
    await rm(changed, { force: true });
    await rm(folder, { recursive: true, force: true });
  }
});
