struct AppraisalPlaceholder {}
