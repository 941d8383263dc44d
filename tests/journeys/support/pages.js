// One page of each kind, and all the files of a site.

import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

import { sites } from "./repository.js";

/** The kinds of pages, each with an example. */
export const KINDS = {
  portada: "",
  módulos: "modulos/",
  módulo: "modulos/m02/",
  lección: "lecciones/m02-l1/",
  "lección con todas las formas": "lecciones/m02-l2/",
  "lección con una simulación": "lecciones/m08-l5/",
  "lección con una rúbrica": "lecciones/m10-l5/",
  simulaciones: "simulaciones/",
  simulación: "simulaciones/tormenta/",
  guion: "simulaciones/tormenta/guion/",
  práctica: "practica/",
  "caso por separado": "casos/m02-tallas/",
  repaso: "repaso/",
  prueba: "pruebas/diagnostico/",
  "caso de una prueba": "pruebas/diagnostico/pa-maquetas/",
  buscar: "buscar/",
  tensiones: "tensiones/",
  perfil: "perfil/",
  competencias: "competencias/",
  glosario: "glosario/",
  fuentes: "fuentes/",
  acerca: "acerca/",
  tarea: "tarea/",
  asignar: "docente/asignar/",
  clase: "docente/clase/",
  docente: "docente/",
  "análisis de ítems": "docente/analisis/",
  "no encontrada": "no-existe/",
};

/** Paths of the files of a site that end so, in order, relative to it. */
export async function filesOf(site, ending = "") {
  const folder = join(sites, site);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
  return files.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name))).sort();
}
