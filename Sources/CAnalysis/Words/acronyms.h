// Acronyms with terms of their own: in capitals they are not the everyday word. One row each:
//
//   ACRONYM(acronym, word, stem)
//
//   acronym  as written, and its term
//   word     the everyday word with these letters, and its term
//   stem     the stem of that word; if it is another term, the words of the stem are found without
//            the acronym: “aid” finds hearing aids, “aids” also AIDS
//
// In 113,000 abstracts and registry records, AIDS occurs 2,787 times and always means the disease,
// whereas “aids” does so 3 times in 935. An acronym has no row if its everyday word is searched for
// in capitals as well, in strategies that are typed in capitals (ACT, ART, CARE, STEP).
ACRONYM("AIDS", "aids", "aid")
ACRONYM("IT", "it", "it")
ACRONYM("US", "us", "us")
ACRONYM("WHO", "who", "who")
