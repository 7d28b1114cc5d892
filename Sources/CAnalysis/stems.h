// Exceptions to the English stemmer, which conflates some words with words of another meaning, or
// separates them from their own family. Each row applies to every word that begins with `prefix`,
// after spelling has been normalized:
//
//   STEM(prefix, stem)
//
// The pairs: organization/organ, positive/position, subjective/subject, objective/object,
// informal/information, experience/experiment, personality/person, universe/university,
// emergency/emerging, international/internal/intern, minority/minor, majority/major,
// authority/author, several/severe, important/import, lateral/later. Recovery and recover get one
// stem, as do mentorship and mentoring.
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
