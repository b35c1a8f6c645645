# Frequency tables, cross tables and multiple response: table() and prop.table() of base R.
answers <- sample(c("own", "rent", "relatives", NA), 104, replace = TRUE, prob = c(.3, .4, .25, .05))
categories <- c("own", "rent", "mortgage", "relatives")
counts <- table(factor(answers, categories))
ticks <- replicate(60, sort(sample(1:7, sample(0:5, 1))), simplify = FALSE)
ticks[c(4, 17)] <- list(NULL)
answered <- !sapply(ticks, is.null)
mentions <- table(factor(unlist(ticks), 1:7))
cross <- function(n, rows, columns, missing) {
  x <- sample(rows, n, replace = TRUE); y <- sample(columns, n, replace = TRUE)
  x[sample(n, missing)] <- NA; y[sample(n, missing)] <- NA
  counts <- table(factor(x, rows), factor(y, columns))
  share <- function(margin) unclass(100 * prop.table(counts, margin))
  or_null <- function(m) lapply(seq_len(nrow(m)), function(i) I(as.vector(ifelse(is.nan(m[i, ]), NA, m[i, ]))))
  list(
    rows = x, columns = y, rowCodes = rows, columnCodes = columns,
    counts = or_null(unclass(counts)), rowPercent = or_null(share(1)), columnPercent = or_null(share(2)), totalPercent = or_null(share(NULL)),
    rowTotals = as.vector(rowSums(counts)), columnTotals = as.vector(colSums(counts)), n = sum(counts), missing = n - sum(counts))
}
cross_tables <- list(
  regions = cross(104, c("north", "south", "east", "west"), c("yes", "no"), 5),
  with_empty = cross(6, c("a", "b", "c", "d", "e", "f", "g"), c(1, 2, 3, 4, 5), 1))
write_reference(list(
  frequency = list(
    values = answers, categories = categories,
    expected = list(
      cases = 104, n = sum(counts), missing = sum(is.na(answers)),
      rows = data.frame(
        code = categories, count = as.vector(counts),
        percentOfAll = as.vector(100 * counts / 104),
        validPercent = as.vector(100 * prop.table(counts)),
        cumulativePercent = as.vector(cumsum(100 * prop.table(counts))))
    )
  ),
  crossTable = cross_tables,
  multiResponse = list(
    choices = lapply(ticks, function(x) if (is.null(x)) NA else I(x)), options = 1:7,
    expected = list(
      cases = 60, respondents = sum(answered), missing = sum(!answered), mentions = sum(mentions),
      rows = data.frame(
        option = 1:7, count = as.vector(mentions),
        percentOfRespondents = as.vector(100 * mentions / sum(answered)),
        percentOfMentions = as.vector(100 * prop.table(mentions)))
    )
  )
), "counts")
