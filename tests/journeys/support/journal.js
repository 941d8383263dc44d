// The learner's journal where the browser keeps it: lines of text under the ids of their events.

export const DATABASE = "timon-timon-y-voz";
const STORE = "eventos";

/** Every line with its id, in the order of the ids. */
export function storedLines(page) {
  return page.evaluate(
    ([name, store]) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const shelf = database.transaction(store).objectStore(store);
          const [keys, values] = [shelf.getAllKeys(), shelf.getAll()];
          shelf.transaction.oncomplete = () => {
            database.close();
            done(keys.result.map((key, place) => [key, values.result[place]]));
          };
        };
      }),
    [DATABASE, STORE],
  );
}

/** Writes lines as they are, each under its id. The page must have made its database already. */
export function putLines(page, lines) {
  return page.evaluate(
    ([name, store, lines]) =>
      new Promise((done, failed) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(store, "readwrite");
          for (const [id, line] of lines) transaction.objectStore(store).put(line, id);
          transaction.oncomplete = () => {
            database.close();
            done();
          };
        };
      }),
    [DATABASE, STORE, lines],
  );
}

/** Waits until the journal on the shelf holds this many answers. */
export const answersStored = (page, answers) => page.waitForFunction(holds, [DATABASE, STORE, { answers }]);

/** Waits until the place that the journal on the shelf notes last is this one. */
export const placeStored = (page, lesson, anchor) => page.waitForFunction(holds, [DATABASE, STORE, { place: `${lesson}#${anchor}` }]);

/** Waits until the shelf holds this many events of a kind, of whatever course the page is. */
export const eventsStored = (page, que, times) =>
  page.waitForFunction(
    ([store, que, times]) =>
      new Promise((done) => {
        const opening = indexedDB.open(`timon-${document.documentElement.dataset.curso}`);
        opening.onsuccess = () => {
          const values = opening.result.transaction(store).objectStore(store).getAll();
          values.onsuccess = () => {
            opening.result.close();
            done(values.result.filter((line) => line.includes(`"que":"${que}"`)).length === times);
          };
        };
      }),
    [STORE, que, times],
  );

/** The events of a kind among the lines, in the order in which they happened. */
export const eventsIn = (lines, que) =>
  lines
    .map(event)
    .filter((one) => one.que === que)
    .sort((a, b) => a.cuando - b.cuando);

/** Whether the shelf holds what is wanted. It runs in the page, where nothing of this file is known. */
async function holds([name, store, { answers, place }]) {
  const lines = await new Promise((done) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const values = opening.result.transaction(store).objectStore(store).getAll();
      values.onsuccess = () => {
        opening.result.close();
        done(values.result);
      };
    };
  });
  // Some journeys put lines there that are not JSON.
  const events = lines.filter((line) => /"que":"(respuesta|lugar)"/.test(line)).map((line) => JSON.parse(line));
  if (answers !== undefined) return events.filter(({ que }) => que === "respuesta").length === answers;
  const places = events.filter(({ que }) => que === "lugar").sort((a, b) => a.cuando - b.cuando);
  return places.length > 0 && `${places.at(-1).leccion}#${places.at(-1).ancla}` === place;
}

/** The event of a line. */
export const event = ([, line]) => JSON.parse(line);

/** Only the answers among the lines. */
export const answersIn = (lines) => lines.map(event).filter(({ que }) => que === "respuesta");
