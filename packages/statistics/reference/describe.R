# n, missing, mean, SD, SE, quantiles type 7: base R. Skewness and kurtosis: e1071, types 1 to 3 (type
# 3 is what psych::describe prints; asked of it below).
describe_reference <- lapply(data_sets, function(x) {
  valid <- x[!is.na(x)]
  n <- length(valid)
  sd <- if (n < 2) NULL else sd(valid)
  q <- unname(quantile(valid, c(0, .25, .5, .75, 1), type = 7))
  varies <- n > 1 && any(valid != valid[1])
  intervals <- if (n < 2) NULL else lapply(c(`0.9` = .9, `0.95` = .95, `0.99` = .99), function(level)
    mean(valid) + c(-1, 1) * qt((1 - level) / 2, n - 1, lower.tail = FALSE) * sd(valid) / sqrt(n))
  shapes <- if (!varies) NULL else lapply(1:3, function(type) list(
    type = type,
    skewness = if (type == 2 && n < 3) NULL else e1071::skewness(valid, type = type),
    kurtosis = if (type == 2 && n < 4) NULL else e1071::kurtosis(valid, type = type)))
  if (varies) stopifnot(
    all.equal(psych::skew(valid), shapes[[3]]$skewness),
    all.equal(psych::kurtosi(valid), shapes[[3]]$kurtosis))
  list(
    values = I(x),
    expected = list(
      n = n, missing = sum(is.na(x)), mean = mean(valid),
      standardDeviation = sd, standardError = if (is.null(sd)) NULL else sd / sqrt(n),
      minimum = q[1], lowerQuartile = q[2], median = q[3], upperQuartile = q[4], maximum = q[5],
      interquartileRange = IQR(valid),
      skewness = if (varies) shapes[[3]]$skewness, kurtosis = if (varies) shapes[[3]]$kurtosis
    ),
    intervals = intervals,
    shapes = shapes,
    quantiles = lapply(c(.01, .1, 1 / 3, .95), function(p) list(p = p, expected = unname(quantile(valid, p, type = 7))))
  )
})
write_reference(describe_reference, "describe")
