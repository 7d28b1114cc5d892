// Words that the English stemmer would throw together with words of another meaning, or keep apart
// from their own family, and what they are stemmed to instead. One row each, for every word that
// begins with `prefix`, after spelling has been made one:
//
//   STEM(prefix, stem)
//
// The pairs: organization/organ, positive/position, subjective/subject, objective/object,
// informal/information, experience/experiment, personality/person, universe/university,
// emergency/emerging, international/internal/intern, minority/minor, majority/major,
// authority/author, several/severe, important/import, lateral/later. Recovery and to recover,
// mentorship and mentoring are one.
STEM("authorit", "authorit")
STEM("emergenc", "emergenc")
STEM("experiment", "experiment")
STEM("importan", "important")
STEM("informal", "informal")
STEM("internal", "internal")
STEM("international", "international")
STEM("lateral", "lateral")
STEM("majorit", "majorit")
STEM("mentor", "mentor")
STEM("minorit", "minorit")
STEM("objectiv", "objectiv")
STEM("organiz", "organiz")
STEM("personalit", "personalit")
STEM("positiv", "positiv")
STEM("recover", "recover")
STEM("several", "several")
STEM("subjectiv", "subjectiv")
STEM("universit", "universit")
