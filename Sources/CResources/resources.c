#include "cresources.h"

#include <string.h>

// One row per table: a name and the file it is embedded from.
#define EMBED_BEGIN(symbol) static const char symbol[] = {

EMBED_BEGIN(facets)
#embed "../Appraisal/Resources/facets.tsv"
};

EMBED_BEGIN(section_labels)
#embed "../Literature/Resources/section-labels.tsv"
};

EMBED_BEGIN(page_labels)
#embed "../Literature/Resources/page-labels.tsv"
};

EMBED_BEGIN(furniture)
#embed "../Literature/Resources/furniture.tsv"
};

EMBED_BEGIN(stop_words)
#embed "../Retrieval/Resources/stop-words.tsv"
};

typedef struct {
  const char *name;
  const char *bytes;
  size_t length;
} resource;

static const resource resources[] = {
    {"facets.tsv", facets, sizeof facets},
    {"section-labels.tsv", section_labels, sizeof section_labels},
    {"page-labels.tsv", page_labels, sizeof page_labels},
    {"furniture.tsv", furniture, sizeof furniture},
    {"stop-words.tsv", stop_words, sizeof stop_words},
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
