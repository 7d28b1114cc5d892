#include "cresources.h"

#include <string.h>

// One row per table: a name and the file it is embedded from.
#define EMBED_BEGIN(symbol) static const char symbol[] = {

EMBED_BEGIN(facets)
#embed "../Appraisal/Resources/facets.tsv"
};

typedef struct {
  const char *name;
  const char *bytes;
  size_t length;
} resource;

static const resource resources[] = {
    {"facets.tsv", facets, sizeof facets},
};

const char *pl_resource(const char *name, size_t *length) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++) {
    if (strcmp(resources[i].name, name) == 0) {
      *length = resources[i].length;
      return resources[i].bytes;
    }
  }
  *length = 0;
  return NULL;
}
