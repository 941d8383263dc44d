"""Reference item analysis; run it with `python referencia.py` (needs numpy and scipy).

For every NOMBRE.csv beside this file (with NOMBRE.clave.csv, if there is one)
it writes NOMBRE.esperado.json. x[p, i] is the credit of person p on item i,
NaN where the item was not presented to that person.
"""
import csv
import json
from pathlib import Path

import numpy as np
from scipy.stats import f as f_dist

HERE = Path(__file__).resolve().parent
BLANK_IS_MISSING = {"huecos"}  # in the other datasets a blank earns 0
ZERO_SD = 1e-12                # a standard deviation below this counts as zero


# ---------------------------------------------------------------- reading

def read_rows(path):
    with open(path, newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


def read_responses(path):
    """Item labels (column order) and one list of cells per person; Freq repeats a row."""
    rows = read_rows(path)
    items = [c for c in rows[0] if c not in ("alumno", "Freq")]
    cells = []
    for row in rows:
        cells += [[row[i] for i in items]] * int(row.get("Freq", 1))
    return items, np.array(cells, dtype=object)


def read_key(path):
    """Return {item: {option: credit}} and {scale: [items]}, both in file order."""
    credits, scales = {}, {}
    for row in read_rows(path):
        options = credits.setdefault(row["item"], {})
        if "clave" in row:                       # short form: one row per item
            options[row["clave"]] = 1.0
        else:                                    # long form: one row per option
            options[row["opcion"]] = float(row["credito"])
        if row.get("escala"):
            members = scales.setdefault(row["escala"], [])
            if row["item"] not in members:
                members.append(row["item"])
    return credits, scales


def score(cells, items, key, blank_is_missing):
    """Credits from the key, or straight from the cells when there is no key."""
    x = np.zeros(cells.shape)
    for p, i in np.ndindex(*cells.shape):
        cell = cells[p, i]
        if cell == "":
            x[p, i] = np.nan if blank_is_missing else 0.0
        else:
            x[p, i] = key[items[i]].get(cell, 0.0) if key else float(cell)
    return x


# ---------------------------------------------------------------- helpers

def pearson(a, b):
    """Plain Pearson correlation; None under 3 persons or with a constant side."""
    if len(a) < 3:
        return None
    da, db = a - a.mean(), b - b.mean()
    sa, sb = np.sqrt((da ** 2).mean()), np.sqrt((db ** 2).mean())
    if min(sa, sb) < ZERO_SD:
        return None
    return float((da * db).mean() / (sa * sb))


def mean_presented(x):
    """Mean credit of each person over the items presented; NaN if there is none."""
    count = (~np.isnan(x)).sum(axis=1)
    return np.where(count > 0, np.nansum(x, axis=1) / np.maximum(count, 1), np.nan)


def covariances(x):
    """Item covariance matrix with N-1."""
    d = x - x.mean(axis=0)
    return d.T @ d / (len(x) - 1)


def alpha(x):
    """Cronbach's alpha of complete rows; None if k < 2, N < 2 or the total is constant."""
    n, k = x.shape
    if k < 2 or n < 2:
        return None
    if x.sum(axis=1).std() < ZERO_SD:
        return None
    cov = covariances(x)
    return float(k / (k - 1) * (1 - np.trace(cov) / cov.sum()))


# ---------------------------------------------------------------- statistics

def set_statistics(x):
    """Statistics of the whole set over complete rows; totals are sums of credit."""
    n, k = x.shape
    out = dict.fromkeys(["media", "varianza", "desviacion", "alfa", "alfa_intervalo",
                         "alfa_estandarizada", "lambda2", "kr21", "error_de_medida"])
    total = x.sum(axis=1)
    if n >= 1:
        out["media"] = float(total.mean())
    if n >= 2:
        out["varianza"] = float(total.var(ddof=1))
        out["desviacion"] = float(total.std(ddof=1))
    a = out["alfa"] = alpha(x)
    if a is None:
        return out

    # Feldt's 95 % interval.
    df1, df2 = n - 1, (n - 1) * (k - 1)
    out["alfa_intervalo"] = [float(1 - (1 - a) * f_dist.ppf(q, df1, df2)) for q in (0.975, 0.025)]

    # Standardised alpha, from the mean inter-item correlation.
    r = [pearson(x[:, i], x[:, j]) for i in range(k) for j in range(i)]
    if None not in r:
        rbar = np.mean(r)
        if abs(1 + (k - 1) * rbar) > ZERO_SD:
            out["alfa_estandarizada"] = float(k * rbar / (1 + (k - 1) * rbar))

    # Guttman's lambda 2, from the covariances off the diagonal.
    cov = covariances(x)
    off = cov[~np.eye(k, dtype=bool)]
    out["lambda2"] = float((off.sum() + np.sqrt(k / (k - 1) * (off ** 2).sum())) / cov.sum())

    if np.isin(x, (0.0, 1.0)).all():
        m = total.mean()
        out["kr21"] = float(k / (k - 1) * (1 - m * (k - m) / (k * total.var())))
    if a <= 1:
        out["error_de_medida"] = float(out["desviacion"] * np.sqrt(1 - a))
    return out


def option_statistics(labels, rest, options):
    """Figures of each option; `labels` and `rest` are those of the persons presented."""
    extra = sorted(set(labels) - set(options) - {""})
    order = list(options) + extra + ([""] if "" in labels else [])
    has_rest = ~np.isnan(rest)
    out = []
    for label in order:
        chose = labels == label
        rest_of_choosers = rest[chose & has_rest]
        out.append({
            "opcion": label,
            "credito": options.get(label, 0.0),
            "n": int(chose.sum()),
            "proporcion": float(chose.sum() / len(labels)) if len(labels) else None,
            "media_resto": float(rest_of_choosers.mean()) if len(rest_of_choosers) else None,
            "r_resto": pearson(chose[has_rest].astype(float), rest[has_rest]),
        })
    return out


def item_statistics(x, complete, cells, items, key):
    totals = mean_presented(x)
    out = []
    for i, item in enumerate(items):
        seen = ~np.isnan(x[:, i])
        xi, n = x[seen, i], int(seen.sum())
        rest = mean_presented(np.delete(x[seen], i, axis=1))
        has_rest = ~np.isnan(rest)
        out.append({
            "item": item,
            "personas": n,
            "facilidad": float(xi.mean()) if n else None,
            "error_tipico": float(np.sqrt(xi.var() / n)) if n else None,
            "r_total": pearson(xi, totals[seen]),
            "r_resto": pearson(xi[has_rest], rest[has_rest]),
            "alfa_sin_el": alpha(np.delete(complete, i, axis=1)),
            "opciones": option_statistics(cells[seen, i], rest, key[item]) if key else [],
        })
    return out


def subscores(x, items, scales):
    """Haberman's (2008) comparison of the subscore with the total as predictors."""
    out = []
    for scale, members in scales.items():
        if len(members) < 2 or len(members) == len(items):
            continue
        part = x[:, [items.index(m) for m in members]]
        rel = alpha(part)
        row = {"escala": scale, "items": len(members), "alfa": rel,
               "prmse_escala": None, "prmse_total": None, "aporta": None}
        if rel is not None and rel > 0:
            cov = np.cov(part.sum(axis=1), x.sum(axis=1))
            var_s, var_x, cov_sx = cov[0, 0], cov[1, 1], cov[0, 1]
            row["prmse_escala"] = rel
            if np.sqrt(var_x) >= ZERO_SD:
                true_cov = cov_sx - var_s * (1 - rel)  # cov(true subscore, total)
                row["prmse_total"] = float(true_cov ** 2 / (var_s * rel * var_x))
                row["aporta"] = bool(rel > row["prmse_total"])
        out.append(row)
    return out


def analyse(name):
    items, cells = read_responses(HERE / f"{name}.csv")
    key_path = HERE / f"{name}.clave.csv"
    key, scales = read_key(key_path) if key_path.exists() else (None, {})
    x = score(cells, items, key, name in BLANK_IS_MISSING)
    complete = x[~np.isnan(x).any(axis=1)]
    return {
        "blancos": "fuera" if name in BLANK_IS_MISSING else "mal",
        "personas": len(x),
        "items": len(items),
        "completas": len(complete),
        "conjunto": set_statistics(complete),
        "por_item": item_statistics(x, complete, cells, items, key),
        "escalas": subscores(complete, items, scales),
    }


if __name__ == "__main__":
    for path in sorted(HERE.glob("*.csv")):
        if path.name.endswith(".clave.csv"):
            continue
        with open(HERE / f"{path.stem}.esperado.json", "w", encoding="utf-8") as handle:
            json.dump(analyse(path.stem), handle, indent=1, allow_nan=False)
            handle.write("\n")
