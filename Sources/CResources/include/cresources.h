// CResources: files embedded into the binary at compile time: tables, schemas, and assets of the
// search page.
//
// They are edited in the folder Resources of the module that owns them, and in docs/schema. They
// are embedded from C because SwiftPM's own embedding writes each byte as an element of a Swift
// array, which takes minutes to compile, and a resource bundle would tie the binary to the folder
// it was built in.
#ifndef CRESOURCES_H
#define CRESOURCES_H
#include <stddef.h>

/// The bytes of a file by its name in resources.c ("method.tsv"); NULL if there is no such file.
const char *pl_resource(const char *name, size_t *length);
#endif
