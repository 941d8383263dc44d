//! The texts of the skeletons. What the author has to write stands between ‹ ›.

use timon_y_voz::course::{Course, Lesson, Role};

use super::names::{escaped, quoted};

/// A form, by the class that names it in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Single,
    Multiple,
    Order,
    Match,
    Classify,
    Rate,
}

impl Form {
    pub const ALL: [Form; 6] = [Form::Single, Form::Multiple, Form::Order, Form::Match, Form::Classify, Form::Rate];

    pub fn name(self) -> &'static str {
        match self {
            Form::Single => "unica",
            Form::Multiple => "multiple",
            Form::Order => "ordenar",
            Form::Match => "emparejar",
            Form::Classify => "clasificar",
            Form::Rate => "valorar",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    fn answers(self) -> &'static str {
        match self {
            Form::Single => SINGLE,
            Form::Multiple => MULTIPLE,
            Form::Order => ORDER,
            Form::Match => MATCH,
            Form::Classify => CLASSIFY,
            Form::Rate => RATE,
        }
    }
}

/// A lesson with all its parts and one question.
pub fn lesson(course: &Course, id: &str, title: &str, role: Role) -> String {
    let function = function(role);
    let titulo = quoted(title);
    let question =
        whole_question(course, Form::Single, &first_question(id), "‹Título del caso›", "idea-clave", function);
    format!(
        "+++\nid = \"{id}\"\ntitulo = {titulo}\nminutos = 20\nfuncion = \"{function}\"\nresumen = \"‹Una frase: de qué trata.›\"\nfuentes = []\nrevisado = {today}\n+++\n\n\
         ## ‹Organización› · ‹día y momento› {{.escena .{function}}}\n\n‹Caso de apertura: una escena en presente, con personas y una tensión, que acaba en una pregunta abierta.›\n\n\
         ## ‹Idea clave› {{#idea-clave}}\n\n‹La idea, en párrafos cortos.›\n\n\
         ## Depende de… {{#depende .depende}}\n\n‹Lo habitual es… En otras organizaciones… ¿Qué pregunta lo aclara?›\n\n\
         ## Práctica {{#practica}}\n\n{question}\n\
         ## Para llevarse {{#para-llevarse .llevarse}}\n\n- ‹Primera idea.›\n- ‹Segunda idea.›\n- ‹Tercera idea.›\n",
        today = crate::cmd::today(),
    )
}

/// The id of the question that a new lesson brings.
pub fn first_question(lesson: &str) -> String {
    format!("{lesson}-caso")
}

/// A question for a lesson that exists.
pub fn question(course: &Course, lesson: &Lesson, form: Form, id: &str, title: &str) -> String {
    let sections = lesson.blocks.iter().filter_map(|block| match block {
        timon_y_voz::course::Block::Section(section) => Some(section),
        timon_y_voz::course::Block::Question(_) => None,
    });
    let anchor = sections.filter(|section| !section.anchor.is_empty()).nth(1).map_or("practica", |s| s.anchor.as_str());
    whole_question(course, form, id, title, anchor, function(lesson.role))
}

fn whole_question(course: &Course, form: Form, id: &str, title: &str, anchor: &str, function: &str) -> String {
    let competency = course.competencies.first().map_or("estrategia.diagnostico", |first| first.id.as_str());
    // Its rows ask who does what, which the case has to settle.
    let (split, facets) = match form {
        Form::Match | Form::Classify => (" Di quién responde de qué.", "facetas = [\"reparto_explicito\"]\n"),
        _ => ("", ""),
    };
    format!(
        "### {} {{#{id} .{}}}\n\n‹El caso: de 45 a 75 palabras, con todo lo que hace falta para decidir.{split}›\n\n**‹¿La pregunta?›**\n\n{}\n\
         > [!NOTE]\n> ‹Lo que conviene llevarse de este caso.›\n\n\
         ```ficha\ncompetencias = {{ \"{competency}\" = 1 }}\nbloom = \"aplicar\"\ndificultad = 0.6\nfuentes = []\nrepasa = \"#{anchor}\"\nfuncion = \"{function}\"\nlugar = \"‹Organización›\"\nmomento = \"‹Día y hora›\"\n{facets}```\n",
        escaped(title),
        form.name(),
        form.answers(),
    )
}

fn function(role: Role) -> &'static str {
    match role {
        Role::Smm => "smm",
        Role::Cm => "cm",
        Role::Both => "ambas",
    }
}

const SINGLE: &str = "\
- [x] ‹La opción que el curso defiende.› `1`
  > ‹Por qué es la mejor, y qué la cambiaría.›
- [ ] ‹Una opción razonable, pero incompleta.› `0.4`
  > ‹Qué tiene de bueno y qué le falta.›
- [ ] ‹Una opción que encarna un error frecuente.› `0`
  > ‹Por qué tienta y por qué no conviene.›
";

const MULTIPLE: &str = "\
- [x] ‹Primera actuación recomendada.› `1`
  > ‹Por qué.›
- [x] ‹Segunda actuación recomendada.› `1`
  > ‹Por qué.›
- [ ] ‹Una actuación que encarna un error frecuente.› `0`
  > ‹Por qué no conviene.›
- [ ] ‹Otra actuación que no conviene.› `0`
  > ‹Por qué no conviene.›
";

const ORDER: &str = "\
1. ‹Primer paso.›
   > ‹Por qué va primero.›
2. ‹Segundo paso.›
   > ‹Por qué va después.›
3. ‹Tercer paso.›
   > ‹Por qué va aquí.›
4. ‹Cuarto paso.›
   > ‹Por qué va al final.›
";

const MATCH: &str = "\
| Tarea | Quién | Por qué |
| --- | --- | --- |
| ‹Primera tarea› | SMM | ‹Por qué le toca.› |
| ‹Segunda tarea› | CM | ‹Por qué le toca.› |
| ‹Tercera tarea› | Dirección | ‹Por qué le toca.› |
| ‹Cuarta tarea› | CM | ‹Por qué le toca.› |
| ‹Quinta tarea› | SMM | ‹Por qué le toca.› |
";

const CLASSIFY: &str = "\
| Tarea | De quién es | Por qué |
| --- | --- | --- |
| ‹Primera tarea› | SMM | ‹Por qué.› |
| ‹Segunda tarea› | CM | ‹Por qué.› |
| ‹Tercera tarea› | Ambas | ‹Por qué.› |
| ‹Cuarta tarea› | CM | ‹Por qué.› |
";

const RATE: &str = "\
| Actuación | Eficacia | Por qué |
| --- | --- | --- |
| ‹Primera actuación› | 3 | ‹Por qué.› |
| ‹Segunda actuación› | 1 | ‹Por qué.› |
| ‹Tercera actuación› | 4 | ‹Por qué.› |
| ‹Cuarta actuación› | 2 | ‹Por qué.› |
";
