// Copies of the course with edits, and the sites built from them.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { content, sites, timon } from "./repository.js";

/** A copy of a course folder in a new temporary folder, and the way to take it away. */
export async function copyOfCourse(from = content) {
  const folder = await mkdtemp(join(tmpdir(), "timon-curso-"));
  await cp(from, folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Replaces in a file of a course. What is replaced must be there exactly once, or the edit would not be the one meant. */
export async function replace(folder, file, from, to) {
  const path = join(folder, file);
  const text = await readFile(path, "utf8");
  assert.equal(text.split(from).length, 2, `«${from}» is once in ${file}`);
  await writeFile(path, text.replace(from, () => to));
}

/** The text of a lesson in three: what comes before a question, the question, and what comes after. */
export function cutQuestion(text, id) {
  const heading = new RegExp(`^### .*\\{#${id} .*\\}$`, "m").exec(text);
  assert.ok(heading, `${id} is there`);
  const end = text.indexOf("```\n", text.indexOf("```ficha", heading.index) + 3) + 4;
  return [text.slice(0, heading.index), text.slice(heading.index, end), text.slice(end)];
}

/** Builds a course folder under `/` into `target/sitios/<name>`; gives that folder. */
export async function build(folder, name) {
  const out = join(sites, name);
  const { code, error } = await timon("build", "--content", folder, "--out", out);
  assert.equal(code, 0, error);
  return out;
}

/** Builds the course after `edit(folder)` has changed a copy of it. */
export async function buildEdited(name, edit) {
  const copy = await copyOfCourse();
  try {
    await edit(copy.folder);
    return await build(copy.folder, name);
  } finally {
    await copy.remove();
  }
}
