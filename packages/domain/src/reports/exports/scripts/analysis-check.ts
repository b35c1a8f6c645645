/** The last part of the R script: every number of the report against what was found. */
export const ANALYSIS_CHECK = `# What is told a second time is computed where it stands first.
for (again in told_again) {
  first <- paste(again[4:6], collapse = ",")
  if (exists(first, envir = found)) assign(paste(again[1:3], collapse = ","), get(first, envir = found), envir = found)
}
keys <- paste(analyses$table, analyses$row, analyses$column, sep = ",")
analyses$computed <- vapply(keys, function(key) if (exists(key, envir = found)) as.numeric(get(key, envir = found)) else NA_real_, numeric(1))
# What is found step by step is as exact as where both stop.
is_sought <- grepl("^(count|logistic)-model-|^count-blocks-|^(one-factor|equivalence|residuals)-", analyses$table) | (grepl("^model-fit-", analyses$table) & analyses$row != "linear") |
  analyses$column %in% c("omega", "loading") | (grepl("^model-checks-", analyses$table) & analyses$column == "p") | grepl("^(etaInterval|gInterval)", analyses$column)
tolerance <- ifelse(is_sought, 1e-6, 1e-9)
# Standard errors of polr come from differences, not from derivatives.
tolerance[grepl("^equivalence-", analyses$table)] <- 1e-5
# Where two answers hardly vary together the likelihood of their correlation is flat near -1 or 1.
tolerance[analyses$column == "ordinalAlpha"] <- 5e-4
analyses$agrees <- !is.na(analyses$computed) & abs(analyses$computed - analyses$value) <= tolerance * pmax(1, abs(analyses$value))
# Of what is changed or drawn nothing can be said.
analyses$agrees[!analysed] <- NA
utils::write.csv(analyses, "report-analyses-checked.csv", row.names = FALSE)
cat(sum(analysed), " numbers of comparisons and models, ", sum(analyses$agrees[analysed]), " the same\\n", sep = "")
changed <- sum(analyses$basis == "changed")
if (changed > 0) cat(changed, " more rest on columns that were made coarser or withheld in part\\n", sep = "")
for (i in which(analysed & !analyses$agrees)) cat("  ", keys[i], ": ", analyses$value[i], " in the report, ", analyses$computed[i], " here\\n", sep = "")
`;
