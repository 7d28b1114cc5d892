#include "cresources.h"

#include <string.h>

// One entry per resource: its name, and the files that it consists of. Text ends with a zero byte;
// other resources have a length.
#pragma clang diagnostic ignored "-Wc23-extensions"
#define BYTES (const char[])

static const char embeddings[] __attribute__((aligned(64))) = {
#embed "../Retrieval/Resources/embeddings.bin"
};

static const struct {
  const char *name;
  const char *bytes;
  size_t length;
} resources[] = {
    {"embeddings.bin", embeddings, sizeof embeddings},
    {"facets.tsv", BYTES {
#embed "../Literature/Resources/facets.tsv" suffix(, 0)
    }},
    {"headings.tsv", BYTES {
#embed "../Appraisal/Resources/headings.tsv" suffix(, 0)
    }},
    {"contexts.tsv", BYTES {
#embed "../Appraisal/Resources/contexts.tsv" suffix(, 0)
    }},
    {"words.tsv", BYTES {
#embed "../Appraisal/Resources/words.tsv" suffix(, 0)
    }},
    {"method.tsv", BYTES {
#embed "../Appraisal/Resources/method.tsv" suffix(, 0)
    }},
    {"setting.tsv", BYTES {
#embed "../Appraisal/Resources/setting.tsv" suffix(, 0)
    }},
    {"condition.tsv", BYTES {
#embed "../Appraisal/Resources/condition.tsv" suffix(, 0)
    }},
    {"counts.tsv", BYTES {
#embed "../Appraisal/Resources/counts.tsv" suffix(, 0)
    }},
    {"count-trees.tsv", BYTES {
#embed "../Appraisal/Resources/count-trees.tsv" suffix(, 0)
    }},
    {"weights.tsv", BYTES {
#embed "../Appraisal/Resources/weights.tsv" suffix(, 0)
    }},
    {"bag-of-words.tsv", BYTES {
#embed "../Appraisal/Resources/bag-of-words.tsv" suffix(, 0)
    }},
    {"section-labels.tsv", BYTES {
#embed "../Reading/Resources/section-labels.tsv" suffix(, 0)
    }},
    {"page-labels.tsv", BYTES {
#embed "../Reading/Resources/page-labels.tsv" suffix(, 0)
    }},
    {"reference-types.tsv", BYTES {
#embed "../Literature/Resources/reference-types.tsv" suffix(, 0)
    }},
    {"publication-types.tsv", BYTES {
#embed "../Literature/Resources/publication-types.tsv" suffix(, 0)
    }},
    {"csv-columns.tsv", BYTES {
#embed "../Reading/Resources/csv-columns.tsv" suffix(, 0)
    }},
    {"latex.tsv", BYTES {
#embed "../Reading/Resources/latex.tsv" suffix(, 0)
    }},
    {"back-matter.tsv", BYTES {
#embed "../Reading/Resources/back-matter.tsv" suffix(, 0)
    }},
    {"page-boilerplate.tsv", BYTES {
#embed "../Reading/Resources/page-boilerplate.tsv" suffix(, 0)
    }},
    {"stop-words.tsv", BYTES {
#embed "../Retrieval/Resources/stop-words.tsv" suffix(, 0)
    }},
    {"synonyms.tsv", BYTES {
#embed "../Retrieval/Resources/synonyms.tsv" suffix(, 0)
    }},
    {"everyday-words.tsv", BYTES {
#embed "../Retrieval/Resources/everyday-words.tsv" suffix(, 0)
    }},
    {"word-endings.tsv", BYTES {
#embed "../Retrieval/Resources/word-endings.tsv" suffix(, 0)
    }},
    {"word-pairs.tsv", BYTES {
#embed "../Retrieval/Resources/word-pairs.tsv" suffix(, 0)
    }},
    {"uninformative-words.tsv", BYTES {
#embed "../Retrieval/Resources/uninformative-words.tsv" suffix(, 0)
    }},
    {"page.css", BYTES {
#embed "../Service/Resources/style/base.css" suffix(,)
#embed "../Service/Resources/style/head.css" suffix(,)
#embed "../Service/Resources/style/start.css" suffix(,)
#embed "../Service/Resources/style/results.css" suffix(,)
#embed "../Service/Resources/style/badges.css" suffix(,)
#embed "../Service/Resources/style/document.css" suffix(,)
#embed "../Service/Resources/style/map.css" suffix(,)
#embed "../Service/Resources/style/screens.css" suffix(,)
#embed "../Service/Resources/style/print.css" suffix(,)
#embed "../Service/Resources/style/text.css" suffix(, 0)
    }},
    {"page.js", BYTES {
#embed "../Service/Resources/script/begin.js" suffix(,)
#embed "../Service/Resources/script/pages.js" suffix(,)
#embed "../Service/Resources/script/boxes.js" suffix(,)
#embed "../Service/Resources/script/matches.js" suffix(,)
#embed "../Service/Resources/script/copying.js" suffix(,)
#embed "../Service/Resources/script/completion.js" suffix(,)
#embed "../Service/Resources/script/memory.js" suffix(,)
#embed "../Service/Resources/script/end.js" suffix(, 0)
    }},
    {"page.svg", BYTES {
#embed "../Service/Resources/page.svg" suffix(, 0)
    }},
    {"schema/search.json", BYTES {
#embed "../../docs/schema/search.json" suffix(, 0)
    }},
    {"schema/strategy.json", BYTES {
#embed "../../docs/schema/strategy.json" suffix(, 0)
    }},
    {"schema/document.json", BYTES {
#embed "../../docs/schema/document.json" suffix(, 0)
    }},
    {"schema/tool-search.json", BYTES {
#embed "../../docs/schema/tool-search.json" suffix(, 0)
    }},
    {"schema/tool-document.json", BYTES {
#embed "../../docs/schema/tool-document.json" suffix(, 0)
    }},
    {"schema/tool-fetch.json", BYTES {
#embed "../../docs/schema/tool-fetch.json" suffix(, 0)
    }},
    {"schema/list.json", BYTES {
#embed "../../docs/schema/list.json" suffix(, 0)
    }},
    {"schema/facets.json", BYTES {
#embed "../../docs/schema/facets.json" suffix(, 0)
    }},
    {"schema/map.json", BYTES {
#embed "../../docs/schema/map.json" suffix(, 0)
    }},
    {"schema/suggest.json", BYTES {
#embed "../../docs/schema/suggest.json" suffix(, 0)
    }},
    {"schema/health.json", BYTES {
#embed "../../docs/schema/health.json" suffix(, 0)
    }},
    {"schema/ready.json", BYTES {
#embed "../../docs/schema/ready.json" suffix(, 0)
    }},
    {"schema/error.json", BYTES {
#embed "../../docs/schema/error.json" suffix(, 0)
    }},
    {"schema/openapi.json", BYTES {
#embed "../../docs/schema/openapi.json" suffix(, 0)
    }},
    {"schema/json-rpc.json", BYTES {
#embed "../../docs/schema/json-rpc.json" suffix(, 0)
    }},
    {"schema/json-rpc-request.json", BYTES {
#embed "../../docs/schema/json-rpc-request.json" suffix(, 0)
    }},
};

const char *pl_resource(const char *name, size_t *length) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++) {
    if (strcmp(resources[i].name, name) == 0) {
      *length = resources[i].length > 0 ? resources[i].length : strlen(resources[i].bytes);
      return resources[i].bytes;
    }
  }
  *length = 0;
  return NULL;
}
