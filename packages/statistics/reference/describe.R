# n, missing, mean, SD, SE, quantiles type 7: base R.
describe_reference <- lapply(data_sets, function(x) {
  valid <- x[!is.na(x)]
  n <- length(valid)
  sd <- if (n < 2) NULL else sd(valid)
  q <- unname(quantile(valid, c(0, .25, .5, .75, 1), type = 7))
  interval <- if (n < 2) NULL else lapply(c(`0.9` = .9, `0.95` = .95, `0.99` = .99), function(level)
    mean(valid) + c(-1, 1) * qt(1 - (1 - level) / 2, n - 1) * sd(valid) / sqrt(n))
  list(
    values = I(x),
    expected = list(
      n = n, missing = sum(is.na(x)), mean = mean(valid),
      standardDeviation = sd, standardError = if (is.null(sd)) NULL else sd / sqrt(n),
      minimum = q[1], lowerQuartile = q[2], median = q[3], upperQuartile = q[4], maximum = q[5]
    ),
    intervals = interval
  )
})
write_reference(describe_reference, "describe")
