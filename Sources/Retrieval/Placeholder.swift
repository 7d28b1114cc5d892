struct RetrievalPlaceholder {}
