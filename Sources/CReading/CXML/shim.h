// Debian's libxml2 is built with ICU, so its headers include ICU's. Foundation has its own copy of
// ICU that defines the same types differently, and Swift cannot always compile code that sees both.
// Nothing here uses libxml2's ICU fields, which are only reachable through a pointer.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
