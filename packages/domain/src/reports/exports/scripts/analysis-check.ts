/** The last part of the R script: every number of the report against what was found. */
export const ANALYSIS_CHECK = `keys <- paste(analyses$table, analyses$row, analyses$column, sep = ",")
analyses$computed <- vapply(keys, function(key) if (exists(key, envir = found)) as.numeric(get(key, envir = found)) else NA_real_, numeric(1))
# What is found step by step is as exact as where both stop.
is_sought <- grepl("^(count|logistic)-model-|^(one-factor|equivalence)-", analyses$table) | (grepl("^model-fit-", analyses$table) & analyses$row != "linear") |
  analyses$column %in% c("omega", "loading") | grepl("^(etaInterval|gInterval)", analyses$column)
tolerance <- ifelse(is_sought, 1e-6, 1e-9)
# Standard errors of polr come from differences, not from derivatives.
tolerance[grepl("^equivalence-", analyses$table)] <- 1e-5
# Where two answers hardly vary together the likelihood of their correlation is flat near -1 or 1.
tolerance[analyses$column == "ordinalAlpha"] <- 5e-4
analyses$agrees <- !is.na(analyses$computed) & abs(analyses$computed - analyses$value) <= tolerance * pmax(1, abs(analyses$value))
utils::write.csv(analyses, "report-analyses-checked.csv", row.names = FALSE)
cat(sum(analysed), " numbers of comparisons and models, ", sum(analyses$agrees[analysed]), " the same\\n", sep = "")
if (any(!analysed)) cat(sum(!analysed), " more rest on columns that were made coarser or withheld in part\\n", sep = "")
for (i in which(analysed & !analyses$agrees)) cat("  ", keys[i], ": ", analyses$value[i], " in the report, ", analyses$computed[i], " here\\n", sep = "")
`;
