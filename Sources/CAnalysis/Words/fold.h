// Folding: removes case, compatibility forms and diacritics from a word.
#ifndef PL_FOLD_H
#define PL_FOLD_H

#include <stddef.h>
#include <unicode/unorm2.h>

enum {
  PL_SURFACE_LIMIT = 1020,  ///< maximum bytes of a word that are read; the rest is ignored
  PL_FOLDED_LIMIT = 255,    ///< maximum bytes of a folded word
};

typedef struct {
  const UNormalizer2 *casefold, *decompose, *compose;
  UChar a[PL_SURFACE_LIMIT * 18], b[PL_SURFACE_LIMIT * 18];
} pl_folder;

/// Opens ICU's normalizers; returns false if ICU's data is missing.
int pl_folder_open(pl_folder *folder);

/// Folds at most PL_SURFACE_LIMIT bytes into `folded` (room for PL_FOLDED_LIMIT); returns the
/// length, 0 if nothing remains. Hyphens and inner white space are dropped: they occur only in
/// joined forms.
size_t pl_fold(pl_folder *folder, const char *surface, size_t length, char *folded);

#endif
