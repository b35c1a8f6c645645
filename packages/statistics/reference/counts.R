# Frequency tables, cross tables and multiple response: table() and prop.table() of base R.
frequency <- function(values, categories) {
  counts <- table(factor(values, categories)); n <- length(values)
  list(
    values = I(values), categories = I(categories),
    expected = list(
      cases = n, n = sum(counts), missing = sum(is.na(values)),
      rows = data.frame(
        code = categories, count = as.vector(counts),
        percentOfAll = as.vector(100 * counts / n),
        validPercent = as.vector(100 * prop.table(counts)),
        cumulativePercent = as.vector(cumsum(100 * prop.table(counts))))))
}
multi <- function(ticks, options) {
  answered <- !sapply(ticks, is.null); mentions <- table(factor(unlist(ticks), options))
  list(
    choices = lapply(ticks, function(x) if (is.null(x)) NA else I(x)), options = I(options),
    expected = list(
      cases = length(ticks), respondents = sum(answered), missing = sum(!answered), mentions = sum(mentions),
      rows = data.frame(
        option = options, count = as.vector(mentions),
        percentOfRespondents = as.vector(100 * mentions / sum(answered)),
        percentOfMentions = as.vector(100 * prop.table(mentions)))))
}
answers <- sample(c("own", "rent", "relatives", NA), 104, replace = TRUE, prob = c(.3, .4, .25, .05))
ticks <- replicate(60, sort(sample(1:7, sample(0:5, 1))), simplify = FALSE)
ticks[c(4, 17)] <- list(NULL)
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
  with_empty = cross(6, c("a", "b", "c", "d", "e", "f", "g"), c(1, 2, 3, 4, 5), 1),
  numbers = cross(300, 0:9, c("first", "second", "third"), 40), lopsided = cross(40, c("yes", "no"), c("once", "never", "often", "always"), 19))
frequencies <- list(
  housing = frequency(answers, c("own", "rent", "mortgage", "relatives")),
  single = frequency("yes", c("yes", "no")), constant = frequency(rep(3, 50), 1:5),
  nearly_all_missing = frequency(c("a", rep(NA, 30)), c("a", "b")), zeros = frequency(rep(0:1, c(297, 3)), 0:1),
  thirds = frequency(sample(rep(c("a", "b", "c"), 7)), c("c", "a", "b")), many = frequency(sample(c(1:40, NA), 400, TRUE), 1:40))
several <- list(
  problems = multi(ticks, 1:7), one_person = multi(list(c("a", "c")), c("a", "b", "c")),
  nobody_ticked_two = multi(as.list(sample(1:3, 90, TRUE)), 1:4),
  everything = multi(rep(list(1:6), 25), 1:6), many = multi(replicate(150, sort(sample(1:30, sample(1:12, 1))), simplify = FALSE), 1:30))
numbers <- lapply(list(ages = c(17, 58, 33, 29, 33, 30, NA, 17), single = 4.5, ties = rep(c(2, -1, 0.25), c(5, 1, 9)), likert = sample(c(1:5, NA), 200, TRUE),
  beyond_the_array = c(4095, 4096, 5000, 0, 4096, 1e9)), function(x) frequency(x, sort(unique(x[!is.na(x)]))))
write_reference(list(frequency = frequencies, crossTable = cross_tables, multiResponse = several, numbers = numbers), "counts")
