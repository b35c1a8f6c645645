# Frequency tables and multiple response: table() and prop.table() of base R.
answers <- sample(c("own", "rent", "relatives", NA), 104, replace = TRUE, prob = c(.3, .4, .25, .05))
categories <- c("own", "rent", "mortgage", "relatives")
counts <- table(factor(answers, categories))
ticks <- replicate(60, sort(sample(1:7, sample(0:5, 1))), simplify = FALSE)
ticks[c(4, 17)] <- list(NULL)
answered <- !sapply(ticks, is.null)
mentions <- table(factor(unlist(ticks), 1:7))
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
