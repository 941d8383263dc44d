// A static server as plain as the one of a free host: files, `index.html`, a redirect to the slash, and `404.html`.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
};

const read = (path) => readFile(path).catch(() => null);

async function answer(folder, path) {
  const file = join(folder, normalize(path));
  const name = path.endsWith("/") ? join(file, "index.html") : file;
  const body = await read(name);
  if (body) return { status: 200, body, type: TYPES[extname(name)] ?? "application/octet-stream" };
  if (await read(join(file, "index.html"))) return { status: 301 };
  return { status: 404, body: await read(join(folder, "404.html")), type: TYPES[".html"] };
}

/** Serves a folder under a base path at a free port. `url` is where the course begins. */
export async function serve(folder, base = "/") {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const inside = path.startsWith(base) ? `/${path.slice(base.length)}` : "/fuera-de-la-base";
    const { status, body, type } = await answer(folder, inside);
    if (status === 301) return response.writeHead(301, { location: `${path}/` }).end();
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${server.address().port}${base}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { url, close };
}
