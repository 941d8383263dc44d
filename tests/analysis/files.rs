//! Files as spreadsheets write them, and what is said of those that cannot be used.

use timon_y_voz::assess::analysis::analyse;
use timon_y_voz::exchange::{KeyFile, Table};

use super::read;

#[test]
fn separators_decimals_and_marks_of_order_are_understood() {
    let comma = "alumno,m1,m2\nAna,1,0.5\nLuis,0,0.25\n";
    let semicolon = "\u{feff}alumno;m1;m2\r\nAna;1;0,5\r\nLuis;0;0,25\r\n\r\n";
    let tab = "alumno\tm1\tm2\t\nAna\t1\t0,5\t\nLuis\t0\t0.25\t\n";
    let wanted = read(comma, None).unwrap().answers;
    assert_eq!(wanted.columns.len(), 2);
    assert_eq!(read(semicolon, None).unwrap().answers, wanted);
    assert_eq!(read(tab, None).unwrap().answers, wanted);
}

#[test]
fn the_three_shapes_of_a_key_agree() {
    let responses = "alumno,m1,m2\nAna,a,B\nLuis,b,b\nEva,,A\n";
    let wanted = read(responses, Some("item,clave\nm1,a\nm2,b\n")).unwrap().answers;
    assert_eq!(wanted.columns[0].cells[0].as_ref().unwrap().credit, 1.0);
    assert_eq!(wanted.columns[1].cells[2].as_ref().unwrap().credit, 0.0);
    assert_eq!(read(responses, Some("m1,m2\na,b\n")).unwrap().answers, wanted);
    let by_option = "item,opcion,credito\nm1,a,1\nm1,b,0\nm2,b,1\nm2,A,0\n";
    assert_eq!(read(responses, Some(by_option)).unwrap().answers, wanted);
}

#[test]
fn frequencies_stand_for_people() {
    let folded = read("m1,m2,Freq\n1,0,3\n0,1,2\n", None).unwrap().answers;
    let spread = read("m1,m2\n1,0\n1,0\n1,0\n0,1\n0,1\n", None).unwrap().answers;
    assert_eq!(analyse(&folded), analyse(&spread));
}

#[test]
fn an_option_that_the_key_lacks_is_told() {
    let read = read("m1\na\nz\nz\n", Some("item,opcion,credito\nm1,a,1\nm1,b,0\n")).unwrap();
    assert_eq!(read.notices, ["En «m1», la clave no tiene «z»: no dan crédito."]);
    assert_eq!(read.answers.columns[0].marks.last().unwrap().label, "z");
}

#[test]
fn columns_that_are_not_in_the_key_are_told() {
    let read = read("quien,m1,otra\nAna,a,x\n", Some("item,clave\nm1,a\n")).unwrap();
    assert_eq!(read.notices, ["No se analizan «otra»: no están en la clave."]);
}

#[test]
fn what_cannot_be_used_says_where_and_what_to_do() {
    let key = "item,clave\nm1,a\n";
    for (responses, key, message) in [
        ("", None, "respuestas.csv: el archivo está vacío"),
        ("m1,m2\n", None, "respuestas.csv: solo está la línea de los nombres"),
        ("m1,m2\n1,0\n1\n", None, "respuestas.csv, línea 3: la fila tiene 1 celdas y la cabecera 2"),
        ("m1,m1\n1,0\n", None, "respuestas.csv: hay dos columnas «m1»"),
        ("m1,\n1,0\n", None, "respuestas.csv: la columna 2 no tiene nombre"),
        ("m1,m2\n1,7\n", None, "respuestas.csv, línea 2, columna «m2»: «7» no es un crédito de 0 a 1"),
        ("m1,Freq\n1,muchas\n", None, "línea 2, columna «Freq»: «muchas» no es un número de veces"),
        ("m1,Freq\n1,999999999\n", None, "las frecuencias suman más de 200000 personas"),
        ("m1,Freq\n1,18446744073709551615\n1,5\n", None, "las frecuencias suman más de 200000 personas"),
        ("alumno\nAna\n", None, "no hay ninguna columna de créditos; indica la clave con --key"),
        ("m2\na\n", Some(key), "respuestas.csv: faltan las columnas de «m1»"),
        ("m1\na\n", Some("uno,dos\n1,2\n3,4\n"), "clave.csv: no se reconoce la clave"),
        ("m1\na\n", Some("item,clave\nm1,\n"), "clave.csv, línea 2, columna «clave»: la celda está vacía"),
        ("m1\na\n", Some("item,clave\nm1,a\nm1,b\n"), "clave.csv, línea 3, columna «item»: «m1» ya está más arriba"),
        ("m1\na\n", Some("item,opcion,credito\nm1,a,2\n"), "columna «credito»: «2» no es un crédito"),
        ("m1\na\n", Some("item,opcion,credito\nm1,a,1\nm1,A,0\n"), "la opción «A» de «m1» ya está más arriba"),
        ("m1\na\n", Some("item,opcion,credito\nm1,a,0\n"), "clave.csv: ninguna opción de «m1» da crédito"),
        ("m1\na\n", Some("item,opcion,credito,escala\nm1,a,1,x\nm1,b,0,y\n"), "«m1» ya está en la escala «x»"),
    ] {
        let error = read(responses, key).unwrap_err().to_string();
        assert!(error.contains(message), "{responses:?}: {error}");
    }
}

#[test]
fn other_encodings_are_told() {
    let latin_1 = b"alumno,m1\nJos\xe9,1\n".as_slice();
    let as_a_browser_reads_it = "alumno,m1\nJos\u{fffd},1\n".as_bytes();
    for bytes in [latin_1, as_a_browser_reads_it] {
        let error = Table::read("latin1.csv", bytes).unwrap_err().to_string();
        assert!(error.contains("guárdalo como «CSV UTF-8»"), "{error}");
    }
}

proptest::proptest! {
    /// Whatever comes, there is an answer or a reason, and never a panic.
    #[test]
    fn any_bytes_end_well(responses in "[ab01,;\"\n.\u{e9}Freq]{0,80}", key in "[abm1,;\"\nitemclve]{0,60}") {
        let key = Table::read("clave.csv", key.as_bytes()).and_then(|table| KeyFile::read(&table)).ok();
        if let Ok(table) = Table::read("respuestas.csv", responses.as_bytes())
            && let Ok(read) = timon_y_voz::exchange::responses(&table, key.as_ref(), timon_y_voz::exchange::Blank::Wrong)
        {
            analyse(&read.answers);
        }
    }
}
