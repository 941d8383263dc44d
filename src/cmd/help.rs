//! What `--help` prints.

pub const GENERAL: &str = "\
timon: construye y revisa el curso «Timón y Voz»

Uso: timon ORDEN [OPCIONES]

Órdenes:
  serve   Construye el curso y lo muestra en http://127.0.0.1:8080; recarga la página con cada cambio
  build   Construye el curso en una carpeta de archivos que cualquier servidor puede publicar
  check   Revisa el contenido y señala cada problema con su archivo, línea y columna
  bank    Examina el banco de casos: plano, claves, trucos, legibilidad y simulaciones
  new     Escribe el esqueleto de una lección o de una pregunta
  analyse Analiza las respuestas de un grupo: facilidad, discriminación, opciones y fiabilidad

Código de salida: 0 si todo va bien, 1 si el contenido tiene errores, 2 si la orden se usó mal o falló un paso.
Con «timon ORDEN --help» se ven las opciones de cada orden.";

pub const CHECK: &str = "\
Revisa el contenido y señala cada problema con su archivo, línea y columna.

Uso: timon check [--content CARPETA] [--format text|json]

  --content CARPETA   La carpeta del curso (por defecto, content)
  --format FORMATO    text, para leer; json, para otros programas (por defecto, text)";

pub const BANK: &str = "\
Examina el banco de casos: lo que hay frente al plano, si las claves se adivinan, si gana algún truco, cuánto cuesta leer cada texto y qué da cada recorrido de las simulaciones.

Uso: timon bank [--content CARPETA] [--format text|json]

  --content CARPETA   La carpeta del curso (por defecto, content)
  --format FORMATO    text, para leer; json, para otros programas (por defecto, text)";

pub const BUILD: &str = "\
Construye el curso en una carpeta de archivos que cualquier servidor puede publicar.

Uso: timon build [--content CARPETA] [--out CARPETA] [--base /RUTA/]

  --content CARPETA   La carpeta del curso (por defecto, content)
  --out CARPETA       Dónde se escribe el resultado (por defecto, dist); se sustituye lo que dejara ahí esta misma orden
  --base /RUTA/       La ruta bajo la que se publicará, como /mi-repo/ (por defecto, /)";

pub const SERVE: &str = "\
Construye el curso, lo muestra en este equipo y recarga la página con cada cambio.

Uso: timon serve [--content CARPETA] [--port NÚMERO]

  --content CARPETA   La carpeta del curso (por defecto, content)
  --port NÚMERO       El puerto (por defecto, 8080; con 0 se elige uno libre)";

pub const NEW: &str = "\
Escribe el esqueleto de una lección o de una pregunta, con un identificador nuevo.

Uso: timon new leccion MÓDULO TÍTULO [--content CARPETA]
     timon new pregunta LECCIÓN FORMA TÍTULO [--content CARPETA]

  FORMA               unica, multiple, ordenar, emparejar, clasificar o valorar
  --content CARPETA   La carpeta del curso (por defecto, content)

Ejemplos: timon new leccion m02 \"Escribir un buen objetivo\"
          timon new pregunta m02-l1 unica \"La encuesta de la academia\"";

pub const ANALYSE: &str = "\
Analiza las respuestas de un grupo a un conjunto de ítems, vengan de donde vengan.

Uso: timon analyse RESPUESTAS.csv [--key CLAVE.csv] [--blank wrong|missing] [--format text|json]

  RESPUESTAS.csv      Una fila por persona y una columna por ítem; la primera línea lleva los nombres.
                      Una columna «Freq» dice cuántas personas respondieron lo que dice su fila
  --key CLAVE.csv     La clave: «item,clave», con una fila por ítem, o «item,opcion,credito», con una fila por opción;
                      con otra columna, «escala», si el conjunto tiene partes. Sin clave, cada celda es un crédito de 0 a 1
  --blank QUÉ         Qué significa una celda vacía: wrong, que no se supo (por defecto); missing, que no se preguntó
  --format FORMATO    text, para leer; json, para otros programas, con todas las cifras (por defecto, text)

Ejemplo: timon analyse grupo.csv --key clave.csv";
