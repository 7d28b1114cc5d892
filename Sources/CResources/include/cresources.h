// CResources: the word lists and tables, embedded into the binary at compile time.
//
// They are edited as .tsv files in the module that owns them (Sources/Appraisal/Resources,
// Sources/Retrieval/Resources). They are embedded from C because SwiftPM's own embedding writes
// each byte as an element of a Swift array, which takes minutes to compile, and a resource bundle
// would tie the binary to the folder it was built in.
#ifndef CRESOURCES_H
#define CRESOURCES_H
#include <stddef.h>

/// The bytes of a table by its file name ("method.tsv"); NULL when there is none.
const char *pl_resource(const char *name, size_t *length);
#endif
