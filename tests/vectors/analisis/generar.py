"""Write the datasets of the item analysis; run it with `python generar.py` (needs numpy).

Each function writes NOMBRE.csv and, where the dataset has a key, NOMBRE.clave.csv,
from a fixed seed. RandomState is used because its streams never change between
versions of numpy.
"""
import csv
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
LETTERS = "abcd"
WORDS = ["canal", "ruido", "mensaje", "emisor", "codigo", "receptor", "contexto", "retorno",
         "filtro", "brecha", "fuente", "sesgo", "muestra", "criterio", "margen", "cierre"]

LSAT6 = {  # LSAT section 6 (Bock and Lieberman, 1970): pattern and frequency
    "00000": 3, "00001": 6, "00010": 2, "00011": 11, "00100": 1,
    "00101": 1, "00110": 3, "00111": 4, "01000": 1, "01001": 8,
    "01011": 16, "01101": 3, "01110": 2, "01111": 15, "10000": 10,
    "10001": 29, "10010": 14, "10011": 81, "10100": 3, "10101": 28,
    "10110": 15, "10111": 80, "11000": 16, "11001": 56, "11010": 21,
    "11011": 173, "11100": 11, "11101": 61, "11110": 28, "11111": 298,
}


def item_ids(prefix, k):
    return [f"{prefix}{i + 1:02d}-{WORDS[i]}" for i in range(k)]


def write_csv(name, header, rows):
    with open(HERE / name, "w", newline="", encoding="utf-8") as handle:
        csv.writer(handle, lineterminator="\n").writerows([header, *rows])


def write_responses(name, items, cells):
    write_csv(f"{name}.csv", ["alumno", *items],
              [[f"a{p + 1:03d}", *row] for p, row in enumerate(cells)])


def abilities(rng, n, r):
    """Two standard normal abilities with correlation r."""
    first, noise = rng.normal(size=(2, n))
    return first, r * first + np.sqrt(1 - r * r) * noise


def choose(rng, theta, slopes, intercepts):
    """Letters chosen under a nominal response model (Gumbel noise on each option)."""
    utility = np.outer(theta, slopes) + intercepts + rng.gumbel(size=(len(theta), len(slopes)))
    return [LETTERS[o] for o in utility.argmax(axis=1)]


def right_wrong(rng, theta, right, difficulty, slope):
    """Letters chosen when one of the four options (`right`, an index) is the good one."""
    slopes, intercepts = np.zeros(4), rng.normal(0, 0.4, size=4)
    slopes[right], intercepts[right] = slope, 1.1 - difficulty
    return choose(rng, theta, slopes, intercepts)


def lsat6():
    with open(HERE / "lsat6.csv", "w", newline="", encoding="utf-8") as handle:
        handle.write(",".join(f'"{c}"' for c in ["Item_1", "Item_2", "Item_3", "Item_4", "Item_5", "Freq"]) + "\n")
        for pattern, freq in LSAT6.items():
            handle.write(",".join(pattern) + f",{freq}\n")


def partial_credit(rng, n, prefix):
    """Items, letters and long key of 12 items with partial credit, in two scales of 6."""
    theta = dict(zip(["medir", "decidir"], abilities(rng, n, 0.7)))
    patterns = [[1, 0.5, 0.25, 0], [1, 0, 0, 0], [1, 0.5, 0, 0]]
    items, columns, key = item_ids(prefix, 12), [], []
    for i, item in enumerate(items):
        scale = ["medir", "decidir"][i % 2]           # the scales alternate
        credits = rng.permutation(patterns[i % 3])
        slopes = 1.4 * credits + rng.normal(0, 0.15, size=4)
        intercepts = 0.9 * credits + rng.normal(0, 0.5, size=4)
        columns.append(choose(rng, theta[scale], slopes, intercepts))
        order = range(4) if i != 4 else [2, 0, 3, 1]  # one key out of alphabetical order
        key += [[item, LETTERS[o], f"{credits[o]:g}", scale] for o in order]
    return items, np.array(columns, dtype=object).T, key


def opciones():
    items, cells, key = partial_credit(np.random.RandomState(2401), 240, "m")
    write_responses("opciones", items, cells)
    write_csv("opciones.clave.csv", ["item", "opcion", "credito", "escala"], key)


def huecos():
    """25 % of the cells blank: 60 persons complete, the others miss about a third."""
    rng = np.random.RandomState(2402)
    items, cells, key = partial_credit(rng, 240, "h")
    spread = [p for p in range(240) if p % 4 != 0 and p not in (5, 6)]
    blank = np.zeros(cells.shape, dtype=bool)
    blank[5], blank[6, 1:] = True, True               # one saw nothing, one a single item
    free = [(p, i) for p in spread for i in range(12)]
    missing = cells.size // 4 - blank.sum()
    for c in rng.permutation(len(free))[:missing]:
        blank[free[c]] = True
    cells[blank] = ""
    write_responses("huecos", items, cells)
    write_csv("huecos.clave.csv", ["item", "opcion", "credito", "escala"], key)


def clave_corta():
    """Item 3 has a wrong letter in the key; item 6 has two good options and one keyed."""
    rng = np.random.RandomState(601)
    theta = rng.normal(size=60)
    items, columns, key = item_ids("c", 8), [], []
    for i, item in enumerate(items):
        right = rng.randint(4)
        keyed = (right + 2) % 4 if i == 2 else right
        if i == 5:
            slopes, intercepts = np.zeros(4), np.zeros(4)
            slopes[[right, (right + 1) % 4]] = 2.2
            intercepts[[right, (right + 1) % 4]] = 0.4
            columns.append(choose(rng, theta, slopes, intercepts))
        else:
            columns.append(right_wrong(rng, theta, right, rng.normal(0, 0.6), 2.2))
        key.append([item, LETTERS[keyed], "base" if i < 4 else "avanzada"])
    cells = np.array(columns, dtype=object).T
    # Blanks: likelier for the less able and towards the end.
    odds = np.outer(np.exp(-theta), np.linspace(0.2, 1, 8)) * 0.05
    cells[rng.uniform(size=cells.shape) < odds] = ""
    write_responses("clave-corta", items, cells)
    write_csv("clave-corta.clave.csv", ["item", "clave", "escala"], key)


def pequena():
    """9 persons and 4 items; everybody answers the second item right."""
    rng = np.random.RandomState(904)
    theta = rng.normal(size=9)
    items, columns, key = item_ids("p", 4), [], []
    for i, item in enumerate(items):
        right = rng.randint(4)
        columns.append([LETTERS[right]] * 9 if i == 1
                       else right_wrong(rng, theta, right, 0.0, 2.0))
        key += [[item, LETTERS[o], int(o == right), "unica"] for o in range(4)]
    write_responses("pequena", items, np.array(columns, dtype=object).T)
    write_csv("pequena.clave.csv", ["item", "opcion", "credito", "escala"], key)


def escalas():
    """Three scales; abilities 1 and 2 correlate .5, abilities 1 and 3 .95.

    The key of the last scale lists only the option with credit.
    """
    rng = np.random.RandomState(4003)
    first, second = abilities(rng, 400, 0.5)
    third = 0.95 * first + np.sqrt(1 - 0.95 ** 2) * rng.normal(size=400)
    plan = [("lectura", first)] * 5 + [("cálculo", second)] * 5 + [("síntesis", third)] * 6
    items, columns, key = item_ids("e", 16), [], []
    for item, (scale, theta) in zip(items, plan):
        right = rng.randint(4)
        columns.append(right_wrong(rng, theta, right, rng.normal(0, 0.7), rng.uniform(1.4, 2.4)))
        listed = [right] if scale == "síntesis" else range(4)
        key += [[item, LETTERS[o], int(o == right), scale] for o in listed]
    write_responses("escalas", items, np.array(columns, dtype=object).T)
    write_csv("escalas.clave.csv", ["item", "opcion", "credito", "escala"], key)


def un_item():
    rng = np.random.RandomState(301)
    right = rng.randint(4)
    column = right_wrong(rng, rng.normal(size=30), right, 0.0, 1.5)
    write_responses("un-item", item_ids("u", 1), [[c] for c in column])
    write_csv("un-item.clave.csv", ["item", "clave", "escala"],
              [[item_ids("u", 1)[0], LETTERS[right], "unica"]])


def credito():
    """Cells that are already credits: 0, 0.25, 0.5, 0.75 or 1; no key."""
    rng = np.random.RandomState(506)
    theta = rng.normal(size=50)
    columns = []
    for _ in range(6):
        latent = 0.9 * theta + rng.normal(0, 0.8, size=50) - rng.normal(-0.2, 0.4)
        steps = np.digitize(latent, [-1.2, -0.4, 0.4, 1.2])
        columns.append([f"{s / 4:g}" for s in steps])
    write_responses("credito", item_ids("r", 6), np.array(columns, dtype=object).T)


if __name__ == "__main__":
    for write in (lsat6, opciones, clave_corta, huecos, pequena, escalas, un_item, credito):
        write()
