// Where things are in the repository, and how to run the program.

import { spawn } from "node:child_process";
import { resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
export const program = resolve(target, "debug/timon");
export const sites = resolve(target, "sitios");
export const content = resolve(root, "content");

/** Runs `timon` with these arguments; gives its exit code and what it printed. */
export const timon = (...args) => run(program, ...args);

/** The same for any program. */
export function run(name, ...args) {
  return new Promise((done, failed) => {
    const child = spawn(name, args, { cwd: root });
    const printed = { out: "", error: "" };
    child.stdout.on("data", (text) => (printed.out += text));
    child.stderr.on("data", (text) => (printed.error += text));
    child.on("error", failed);
    child.on("close", (code) => done({ code, ...printed }));
  });
}
