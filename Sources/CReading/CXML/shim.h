// Debian's libxml2 is built with ICU, and its headers would bring in ICU's. Foundation has a copy of
// ICU with other definitions of the same types, and Swift does not always compile what sees both.
// Nothing here uses libxml2's ICU fields, which only a pointer leads to.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
