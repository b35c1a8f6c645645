# Cronbach's alpha from the covariance and the correlation matrix of complete cases.
alpha_reference <- lapply(item_sets, function(items) {
  complete <- items[stats::complete.cases(items), , drop = FALSE]
  k <- ncol(items)
  covariance <- cov(complete)
  correlation <- cor(complete)
  r <- mean(correlation[lower.tri(correlation)])
  list(
    items = lapply(seq_len(k), function(j) items[, j]),
    expected = list(
      raw = k / (k - 1) * (1 - sum(diag(covariance)) / sum(covariance)),
      standardised = k * r / (1 + (k - 1) * r),
      averageCorrelation = r,
      items = k, n = nrow(complete), missing = nrow(items) - nrow(complete)
    )
  )
})
write_reference(alpha_reference, "scales")
