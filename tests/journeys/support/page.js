// What a journey asks of any page.

/** Waits until the islands of the page are awake. */
export const awake = (page) => page.waitForFunction(() => document.documentElement.dataset.aula === "despierta");

/** Goes to a page and waits until it is awake. */
export async function open(page, address) {
  await page.goto(address);
  await awake(page);
}

/** Keeps the module of the pages to come back; gives what lets it through and waits until the page is awake. */
export async function holdModule(page) {
  let release;
  const released = new Promise((done) => (release = done));
  const hold = async (route) => {
    await released;
    await route.continue();
  };
  await page.route("**/*.wasm", hold);
  return async () => {
    release();
    await awake(page);
    await page.unroute("**/*.wasm", hold);
  };
}

/** Reloads the page and waits until it is awake. */
export async function reload(page) {
  await page.reload();
  await awake(page);
}

/** Waits until an element shows these words. */
export const shows = (locator, words) => locator.filter({ hasText: words, visible: true }).waitFor();

/** Waits until the journal has been read: the learner's answers are on the page. */
export const remembers = (page, id) =>
  page.locator(`#${id} .decision:not([data-estado="abierta"])`).waitFor({ state: "attached" });

/** Waits until the element with this id has the focus. */
export const hasFocus = (page, id) => page.waitForFunction((id) => document.activeElement.id === id, id);

/** What the build gave to an island of the page, by the name of its component. */
export function propsOf(page, component) {
  return page
    .locator(`leptos-island[data-component^="${component}_"]`)
    .evaluateAll((islands) => islands.map((island) => JSON.parse(island.dataset.props)));
}
